using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Rules.Declarations;

/// <summary>A part of the model that a declared rule may look at.</summary>
internal static class DeclaredField
{
    /// <summary>All text of an article that is read as Markdown.</summary>
    public const string Text = "text";

    /// <summary>What stands before the name of a key of the metadata.</summary>
    public const string Metadata = "metadata.";

    private static readonly ImmutableSortedDictionary<string, Func<Entry, IEnumerable<TextSpan>>> OfEntry =
        new Dictionary<string, Func<Entry, IEnumerable<TextSpan>>>(StringComparer.Ordinal)
        {
            ["title"] = e => [e.Title.Span],
            ["symptoms"] = e => Spans(e.Symptoms),
            ["messages"] = e => e.Messages.Select(m => m.Span),
            ["descriptions"] = e => Spans(e.Descriptions),
            ["technicalDetails"] = e => Spans(e.TechnicalDetails),
            ["causes"] = e => Spans(e.Causes),
            ["resolution"] = e => Spans(e.Resolution?.Paragraphs ?? []),
            ["codes"] = e => e.Codes.Select(c => c.Span),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The names of the fields, those of metadata left out.</summary>
    public static IEnumerable<string> Names => OfEntry.Keys.Append(Text);

    public static bool IsKnown(string field) =>
        field == Text || OfEntry.ContainsKey(field) || (field.StartsWith(Metadata, StringComparison.Ordinal) && field.Length > Metadata.Length);

    /// <summary>Where a field of an entry stands; empty where it has none.</summary>
    public static IEnumerable<TextSpan> SpansOf(Entry entry, string field) => OfEntry[field](entry);

    private static IEnumerable<TextSpan> Spans(ImmutableArray<Prose> texts) => texts.Select(t => t.Span);
}
