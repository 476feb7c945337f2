using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Formats;

/// <summary>Units as JSON, for programs.</summary>
internal static class JsonFile
{
    private const string Format = "kb-translation";
    private const int Version = 1;

    public static void Write(TranslationExport export, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("source", export.Source.Value);
        json.WriteString("target", export.Target.Value);
        json.WriteStartArray("units");
        foreach (var article in export.Articles)
        {
            foreach (var unit in article.Units)
            {
                Write(json, article, unit);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="TranslationFormatException">It is no JSON, or not of this form.</exception>
    public static ImportedFile Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var withoutMark = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            using var document = JsonDocument.Parse(withoutMark, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (StringOf(root, "format") != Format || !root.TryGetProperty("version", out var version) || version.GetInt32() != Version)
            {
                throw new TranslationFormatException($"The file has to say \"format\": \"{Format}\" and \"version\": {Version}.");
            }

            var units = root.GetProperty("units");
            if (units.GetArrayLength() > FormatLimits.MaxUnits)
            {
                throw new TranslationFormatException($"There are more than {FormatLimits.MaxUnits} units.");
            }

            return new ImportedFile(LocaleOf(root, "source"), LocaleOf(root, "target"), [.. units.EnumerateArray().Select(Read)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new TranslationFormatException(e.Message, e);
        }
    }

    private static ImportedUnit Read(JsonElement unit) => new(
        StringOf(unit, "article") ?? throw new TranslationFormatException("A unit has no 'article'."),
        StringOf(unit, "id") ?? throw new TranslationFormatException("A unit has no 'id'."),
        StringOf(unit, "hash"),
        StringOf(unit, "target"),
        TranslationTable.StateOf(StringOf(unit, "state")));

    private static string? StringOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    private static LocaleTag? LocaleOf(JsonElement element, string name) => LocaleTag.TryParse(StringOf(element, name), out var locale) ? locale : null;

    private static void Write(Utf8JsonWriter json, ExportedArticle article, ExportedUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("article", article.Id);
        json.WriteString("id", unit.Source.Id);
        json.WriteString("kind", UnitNotes.KindOf(unit));
        json.WriteString("state", unit.State.ToString().ToLowerInvariant());
        json.WriteString("source", unit.Source.Text.Marked);
        json.WriteString("target", unit.Target?.Marked);
        json.WriteStartObject("protected");
        foreach (var piece in unit.Source.Text.Pieces.Where(p => p.Kind != PieceKind.Text))
        {
            json.WriteString((piece.Kind == PieceKind.End ? "/" : "") + piece.Id, XmlCharacters.Clean(piece.Raw));
        }

        json.WriteEndObject();
        if (unit.IsStale)
        {
            json.WriteString("stale", UnitNotes.StaleOf(unit));
        }

        json.WriteString("context", unit.Source.Context);
        json.WriteString("location", UnitNotes.LocationOf(article, unit));
        json.WriteString("hash", unit.Source.Text.Hash);
        json.WriteEndObject();
    }
}
