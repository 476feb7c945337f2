using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp.Tools;

/// <summary>
/// Makes results that keep to a budget. What is counted is the result as it is sent, structured content and text together: what a client makes of
/// it for its model, either or both, is never more.
/// </summary>
/// <param name="json">How answers become JSON; the same escapes as the protocol's.</param>
internal sealed class ToolBudget(JsonSerializerOptions json)
{
    private const string CutMark = "\n[...]";

    /// <summary>Structured content has at least three fifths of the budget; what it does not need is the text's, and the other way round.</summary>
    private const int StructuredShare = 3;
    private const int Shares = 5;

    /// <summary>The size of a result as it is sent, in bytes.</summary>
    public static int SizeOf(CallToolResult result) => JsonSerializer.SerializeToUtf8Bytes(result, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult))).Length;

    /// <summary>The answer, or as much of it as fits.</summary>
    public CallToolResult Fit(ToolAnswer answer, int maxBytes)
    {
        var room = maxBytes - SizeOf(Result("", [])) + SizeOf([]);
        var text = PlainTextWriter.Write(answer.Text).TrimEnd();
        var structured = answer.Structured;
        var (size, textSize) = (SizeOf(structured), SizeOf(text));
        if (size + textSize > room)
        {
            structured = Shorten(answer, Math.Max(room - textSize, room * StructuredShare / Shares));
            text = Shorten(answer.Text, text, room - SizeOf(structured));
        }

        return Result(text, structured);
    }

    /// <summary>What is wrong with a call, cut behind a word where it must be.</summary>
    public static CallToolResult Refuse(string message, int maxBytes)
    {
        CallToolResult Error(string text) => new() { Content = [new TextContentBlock { Text = text }], IsError = true };
        var room = maxBytes - SizeOf(Error(""));
        return Error(SizeOf(message) <= room ? message : Largest(message.Length - 1, room, length => Sentences.CutAtWord(message, length)) ?? "");
    }

    private JsonObject Shorten(ToolAnswer answer, int maxBytes)
    {
        if (answer.Shared is { } member && answer.Structured[member] is JsonArray { Count: > 1 } items)
        {
            var frame = new JsonObject(answer.Structured.Where(m => m.Key != member).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
            if (SizeOf(answer.Structured) > maxBytes
                && ListTrimmer.FitAll([.. items.Select(i => i!.AsObject())], answer.Plan.Parts[member], frame, member, maxBytes, json) is { } fitting)
            {
                return fitting;
            }
        }

        return new JsonTrimmer(answer.Plan, json).Fit(answer.Structured, maxBytes)
            ?? throw new InvalidOperationException("The members that the plan always keeps are larger than the smallest budget.");
    }

    private static string Shorten(ProseDocument document, string whole, int maxBytes)
    {
        if (SizeOf(whole) <= maxBytes)
        {
            return whole;
        }

        return Largest(document.CountSentences() - 1, maxBytes, count => PlainTextWriter.Write(document.Take(count)).TrimEnd() + CutMark)
            ?? Largest(maxBytes, maxBytes, characters => PlainTextWriter.Write(document.TakeWords(characters)).TrimEnd())
            ?? "";
    }

    /// <summary>The longest of ever longer texts that fits, or null where not even the first does.</summary>
    private static string? Largest(int count, int maxBytes, Func<int, string> write)
    {
        string? best = null;
        for (int low = 1, high = count; low <= high;)
        {
            var middle = (low + high) / 2;
            var text = write(middle);
            if (SizeOf(text) <= maxBytes)
            {
                best = text;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return best;
    }

    private static CallToolResult Result(string text, JsonObject structured) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = JsonSerializer.SerializeToElement(structured),
    };

    private int SizeOf(JsonObject structured) => JsonSerializer.SerializeToUtf8Bytes(structured, json).Length;

    private static int SizeOf(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.Default).EncodedUtf8Bytes.Length;
}
