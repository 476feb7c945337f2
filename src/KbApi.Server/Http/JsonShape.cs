using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KbApi.Server.Http;

/// <summary>
/// Writes answers of a type by the code that was generated for it, where there is some. The serializer would do so itself if letters of every script needed
/// no encoder of their own; the writer has that, too. So nothing about the type has to be found out before its first answer.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal static class JsonShape<T>
{
    private static readonly Action<Utf8JsonWriter, T>? Generated =
        (((IJsonTypeInfoResolver)ApiJson.Default).GetTypeInfo(typeof(T), ApiJson.Default.Options) as JsonTypeInfo<T>)?.SerializeHandler;

    /// <summary>Whether there is such code.</summary>
    public static bool IsGenerated => Generated is not null;

    public static void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (Generated is null)
        {
            JsonSerializer.Serialize(writer, value, options);
            return;
        }

        Generated(writer, value);
    }
}
