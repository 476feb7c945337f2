using System.Globalization;
using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.FreshnessRules;

/// <summary>Dates in the metadata of a document.</summary>
internal static class MetadataDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "MM/dd/yyyy", "M/d/yyyy"];

    /// <summary>A date as documents write it, or null where it is none or may be two.</summary>
    public static DateOnly? Read(string? value) =>
        DateOnly.TryParseExact(value, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The line of a key, or the beginning of the document.</summary>
    public static TextSpan SpanOf(DocumentSyntax document, string key) =>
        document.Lines.TakeWhile(l => l.Kind == LineKind.FrontMatter).FirstOrDefault(l => document.Text[l.Span].StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).Span;
}
