using System.Text.Json.Serialization;

namespace KbApi.Server.Access.Keys;

/// <summary>How the file of keys is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(KeyList))]
internal sealed partial class KeyJson : JsonSerializerContext;

/// <summary>All of the file of keys.</summary>
internal sealed record KeyList
{
    public required IReadOnlyList<ApiKey> Keys { get; init; }
}
