using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>Writes messages behind <c>Content-Length</c> headers, each whole. Safe for several threads.</summary>
/// <param name="output">Where they go.</param>
internal sealed class MessageWriter(Stream output)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    public void Request<T>(long id, string method, T parameters, JsonTypeInfo<T> type) => Write(json =>
    {
        json.WriteNumber("id", id);
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    /// <summary>Answers a request.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="result">The result as JSON.</param>
    public void Answer(JsonElement id, ReadOnlyMemory<byte> result) => Write(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        json.WriteRawValue(result.Span, skipInputValidation: true);
    });

    /// <summary>Says that a request, or what was no request, can't be answered.</summary>
    public void Refuse(JsonElement? id, int code, string message) => Write(json =>
    {
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private void Write(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            write(json);
            json.WriteEndObject();
        }

        lock (_lock)
        {
            output.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"Content-Length: {body.WrittenCount}\r\n\r\n")));
            output.Write(body.WrittenSpan);
            output.Flush();
        }
    }
}
