using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Reports.Insights;

namespace KbApi.Cli.Insights;

/// <summary>Writes gaps for programs, in the form of the API.</summary>
internal static class GapsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IReadOnlyList<Gap> gaps, int total, GapNeighbours neighbours)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var gap in gaps)
            {
                Write(json, gap, neighbours);
            }

            json.WriteEndArray();
            json.WriteNumber("total", total);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n");
    }

    private static void Write(Utf8JsonWriter json, Gap gap, GapNeighbours neighbours)
    {
        json.WriteStartObject();
        json.WriteString("id", gap.Id);
        json.WriteString("kind", GapWords.NameOf(gap.Kind));
        json.WriteString("template", gap.Template);
        WriteTexts(json, "aliases", gap.Aliases);
        json.WriteNumber("count", gap.Count);
        json.WriteString("firstSeen", gap.First);
        json.WriteString("lastSeen", gap.Last);
        WriteCounts(json, "days", gap.Days);
        WriteCounts(json, "locales", gap.Locales);
        WriteCounts(json, "products", gap.Products);
        WriteTexts(json, "examples", gap.Examples);
        json.WriteStartArray("nearest");
        foreach (var near in neighbours.Find(gap))
        {
            json.WriteStartObject();
            json.WriteString("entry", near.EntryId);
            json.WriteString("reason", near.Reason == NearReason.Code ? "code" : "words");
            json.WriteString("words", near.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (neighbours.FamilyOf(gap) is { } family)
        {
            json.WriteStartObject("family");
            json.WriteString("scheme", family.Scheme);
            json.WriteString("pattern", family.Pattern);
            json.WriteNumber("count", family.Count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<GapCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteString("key", count.Key);
            json.WriteNumber("count", count.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
