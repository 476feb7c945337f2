using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Queue;

namespace KbApi.Cli.Queue;

/// <summary>Writes what is in a queue for programs.</summary>
internal static class QueueJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Text(JsonNode node) => node.ToJsonString(Indented);

    public static JsonObject Of(DeadLetter letter) => new()
    {
        ["number"] = letter.Number,
        ["putAside"] = letter.PutAside.ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = letter.Reason,
        ["deliveries"] = letter.Deliveries,
        ["sequence"] = letter.Sequence,
        ["bytes"] = letter.Data.Length,
    };

    /// <summary>What was published: as JSON where it is that, as text where it can be read, else in Base64.</summary>
    public static JsonObject WithData(DeadLetter letter)
    {
        var json = Of(letter);
        if (Parse(letter.Data) is { } report)
        {
            json["report"] = report;
        }
        else if (TextOf(letter.Data.Span) is { } text)
        {
            json["text"] = text;
        }
        else
        {
            json["base64"] = Convert.ToBase64String(letter.Data.Span);
        }

        return json;
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> data)
    {
        try
        {
            return JsonNode.Parse(data.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(ReadOnlySpan<byte> data)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(data);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
