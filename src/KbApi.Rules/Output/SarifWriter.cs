using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Output;

/// <summary>Writes findings as SARIF 2.1.0: one run, with its rules, the content hashes of the files and the fixes that are one replacement.</summary>
/// <param name="culture">The language of titles and messages.</param>
/// <param name="textOf">The text of a document by the path of its findings, or null where it was not read.</param>
/// <param name="helpRoot">Where the pages of the rules are served; by default where <c>kb serve</c> does.</param>
public sealed class SarifWriter(CultureInfo culture, Func<string, SourceText?> textOf, Uri? helpRoot = null)
{
    private static readonly Uri DefaultHelpRoot = new("http://localhost:5080");

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes a log to a stream, as UTF-8.</summary>
    public void Write(Stream stream, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var descriptors = diagnostics.Select(d => d.Descriptor).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(stream, options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        // Columns are counted in UTF-16 code units, as editors do.
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteTool(json, descriptors);
        var indexes = descriptors.Select((d, i) => (d.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        WriteArtifacts(json, diagnostics);
        json.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
        {
            WriteResult(json, diagnostic, indexes[diagnostic.Id]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTool(Utf8JsonWriter json, ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "kb");
        json.WriteString("semanticVersion", Version());
        json.WriteStartArray("rules");
        foreach (var descriptor in descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id", descriptor.Id);
            WriteText(json, "shortDescription", descriptor.Title.In(culture));
            WriteText(json, "help", $"{descriptor.Title.In(culture)}. kb explain {descriptor.Id}");
            json.WriteString("helpUri", new Uri(helpRoot ?? DefaultHelpRoot, descriptor.HelpLink).AbsoluteUri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(descriptor.DefaultSeverity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", descriptor.Category);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteArtifacts(Utf8JsonWriter json, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        json.WriteStartArray("artifacts");
        foreach (var path in diagnostics.Select(d => d.Location.Path).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            WriteArtifactLocation(json, "location", path);
            if (textOf(path) is { } text)
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", text.ContentHash);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", LevelOf(diagnostic.Severity));
        WriteText(json, "message", diagnostic.GetMessage(culture));
        if (diagnostic.Location.Path.Length > 0)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifactLocation(json, "artifactLocation", diagnostic.Location.Path);
            WriteRegion(json, "region", diagnostic.Location);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (!diagnostic.AdditionalLocations.IsEmpty)
        {
            WriteRelated(json, diagnostic.AdditionalLocations);
        }

        if (diagnostic.Properties.TryGetValue(ReplacementFixProvider.Property, out var replacement))
        {
            WriteFix(json, diagnostic.Location, replacement);
        }

        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, ImmutableArray<Location> locations)
    {
        json.WriteStartArray("relatedLocations");
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifactLocation(json, "artifactLocation", location.Path);
            WriteRegion(json, "region", location);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, Location location, string replacement)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifactLocation(json, "artifactLocation", location.Path);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", location);
        WriteText(json, "insertedContent", replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, Location location)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", location.Start.Line + 1);
        json.WriteNumber("startColumn", location.Start.Character + 1);
        json.WriteNumber("endLine", location.End.Line + 1);
        json.WriteNumber("endColumn", location.End.Character + 1);
        json.WriteEndObject();
    }

    private static void WriteArtifactLocation(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject(name);
        // Blanks and letters beyond ASCII have to be escaped in a URI; the slashes between folders must not be.
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>The version of the library, without what the build adds to it.</summary>
    private static string Version() => typeof(SarifWriter).Assembly.GetName().Version!.ToString(3);

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };
}
