using System.Text;
using System.Text.Json;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary>Writes the changes of a catalog as a JSON object.</summary>
internal static class CatalogDiffJson
{
    public static string Write(CatalogDiff diff)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DriftJson.Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("isBreaking", diff.IsBreaking);
            json.WriteStartArray("changes");
            foreach (var change in diff.Changes)
            {
                json.WriteStartObject();
                json.WriteString("impact", DriftJson.Name(change.Impact));
                json.WriteString("kind", DriftJson.Name(change.Kind));
                json.WriteString("id", change.Id);
                json.WriteString("field", change.Field);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
                json.WriteStartArray("locales");
                foreach (var locale in change.Locales)
                {
                    json.WriteStringValue(locale.Value);
                }

                json.WriteEndArray();
                DriftJson.WritePlace(json, "old", change.Old);
                DriftJson.WritePlace(json, "new", change.New);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
