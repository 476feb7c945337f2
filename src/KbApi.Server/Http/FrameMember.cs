using System.Text.Json;
using System.Text.Json.Nodes;

namespace KbApi.Server.Http;

/// <summary>A member of an answer that stands beside its items.</summary>
internal abstract class FrameMember
{
    /// <summary>What it is called in JSON.</summary>
    public required string Name { get; init; }

    public static FrameMember Of<T>(string name, T value) => new Typed<T>(value) { Name = name };

    public abstract void WriteTo(Utf8JsonWriter writer, JsonSerializerOptions options);

    public abstract JsonNode? ToNode(JsonSerializerOptions options);

    private sealed class Typed<T>(T value) : FrameMember
    {
        public override void WriteTo(Utf8JsonWriter writer, JsonSerializerOptions options) => JsonShape<T>.Write(writer, value, options);

        public override JsonNode? ToNode(JsonSerializerOptions options) => JsonSerializer.SerializeToNode(value, options);
    }
}
