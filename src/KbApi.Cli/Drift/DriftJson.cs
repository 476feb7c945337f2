using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;

namespace KbApi.Cli.Drift;

/// <summary>Writes drift as one JSON object, what is current included.</summary>
internal static class DriftJson
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ITerminal terminal, DriftReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("sourceLocale", report.SourceLocale.Value);
            json.WriteStartObject("summary");
            var counts = report.Articles.SelectMany(a => a.Items).CountBy(i => i.State).ToDictionary();
            foreach (var state in Enum.GetValues<DriftState>())
            {
                json.WriteNumber(Name(state), counts.GetValueOrDefault(state));
            }

            json.WriteEndObject();
            json.WriteStartArray("articles");
            foreach (var article in report.Articles)
            {
                Write(terminal, json, article);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>A name of an enumeration in the spelling of JSON.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A place as an object, or nothing where there is none.</summary>
    public static void WritePlace(Utf8JsonWriter json, string name, Location? place)
    {
        if (place is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("path", place.Path);
            json.WriteNumber("line", place.Start.Line + 1);
            json.WriteNumber("endLine", place.End.Line + 1);
            json.WriteEndObject();
        }
    }

    private static void Write(ITerminal terminal, Utf8JsonWriter json, ArticleDrift article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("locale", article.Locale.Value);
        json.WriteString("title", article.Title);
        json.WriteString("state", Name(article.State));
        json.WriteString("originalPath", article.OriginalPath);
        json.WriteString("path", article.Path);
        json.WriteStartObject("revision");
        json.WriteString("translated", article.Revision.Translated);
        json.WriteBoolean("isCompared", article.Revision.IsCompared);
        if (article.Revision.Reason is { } reason)
        {
            json.WritePropertyName("reason");
            Write(terminal, json, "", reason);
        }

        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (var item in article.Items)
        {
            Write(terminal, json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ITerminal terminal, Utf8JsonWriter json, ItemDrift item)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name(item.Kind));
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        json.WriteString("state", Name(item.State));
        WritePlace(json, "original", item.Original);
        WritePlace(json, "here", item.Here);
        json.WriteStartArray("fields");
        foreach (var field in item.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("state", Name(field.State));
            WritePlace(json, "original", field.Original);
            WritePlace(json, "here", field.Here);
            json.WriteStartArray("reasons");
            foreach (var reason in field.Reasons)
            {
                Write(terminal, json, field.Name, reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ITerminal terminal, Utf8JsonWriter json, string field, DriftReason reason)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name(reason.Kind));
        json.WriteString("expected", reason.Expected);
        json.WriteString("found", reason.Found);
        json.WriteString("text", DriftWords.Of(terminal, field, reason));
        WritePlace(json, "original", reason.Original);
        WritePlace(json, "here", reason.Here);
        json.WriteEndObject();
    }
}
