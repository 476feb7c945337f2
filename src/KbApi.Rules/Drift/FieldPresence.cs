using System.Collections.Immutable;

namespace KbApi.Rules.Drift;

/// <summary>
/// Tells a field that is missing from one whose text stands in another: readers sort sentences into fields by their words, and a translation
/// may be sorted differently. A field is missing only where the item as a whole says that much less.
/// </summary>
/// <param name="scale">How much longer texts of the document are than those of the original, on the whole.</param>
internal sealed class FieldPresence(double scale)
{
    /// <summary>The least share of an item that a field has to be, so that its absence shows in the length of the whole.</summary>
    private const double LeastShare = 0.2;

    /// <summary>How much longer the texts of documents are: the middle of what their items say.</summary>
    public static FieldPresence Of(IEnumerable<(ImmutableArray<EntryField> From, ImmutableArray<EntryField> To)> items)
    {
        var ratios = items.Select(i => (From: Length(i.From), To: Length(i.To))).Where(l => l is { From: > 0, To: > 0 }).Select(l => (double)l.To / l.From).Order().ToList();
        return new FieldPresence(ratios.Count == 0 ? 1 : ratios[ratios.Count / 2]);
    }

    /// <summary>Missing or orphan where one side alone has the field, else null.</summary>
    public DriftState? Judge(EntryField from, int allFrom, EntryField to, int allTo) =>
        to.Texts.IsEmpty && IsLess(from, allFrom * scale, scale, allTo) ? DriftState.Missing
        : from.Texts.IsEmpty && IsLess(to, allTo, 1, allFrom * scale) ? DriftState.Orphan
        : null;

    /// <summary>The number of characters of all fields.</summary>
    public static int Length(ImmutableArray<EntryField> fields) => fields.Sum(f => f.Text.Length);

    private static bool IsLess(EntryField field, double all, double scale, double other)
    {
        var length = field.Text.Length * scale;
        return length > 0 && length >= all * LeastShare && other < all - (length / 2);
    }
}
