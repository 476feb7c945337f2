using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary>Writes as a JSON object where sources disagree.</summary>
internal static class CompareJson
{
    public static string Write(List<ComparedSource> sources, ImmutableArray<ComparedEntry> entries)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DriftJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("sources");
            sources.ForEach(s => json.WriteStringValue(s.Name));
            json.WriteEndArray();
            json.WriteStartArray("entries");
            foreach (var entry in entries)
            {
                Write(json, sources, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, List<ComparedSource> sources, ComparedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("title", entry.Title);
        json.WriteStartObject("places");
        for (var i = 0; i < sources.Count; i++)
        {
            DriftJson.WritePlace(json, sources[i].Name, entry.Places[i]);
        }

        json.WriteEndObject();
        json.WriteStartArray("facts");
        foreach (var fact in entry.Facts)
        {
            json.WriteStartObject();
            json.WriteString("kind", DriftJson.Name(fact.Kind));
            json.WriteStartArray("values");
            foreach (var value in fact.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteString("consensus", fact.Consensus);
            json.WriteStartArray("odd");
            foreach (var odd in fact.Odd)
            {
                json.WriteStringValue(sources[odd].Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
