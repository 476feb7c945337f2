using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Comparison;

namespace KbApi.Rules.Drift;

/// <summary>Compares numbered steps, ladders and checklists with those of the original.</summary>
/// <param name="original">The original.</param>
/// <param name="here">The document.</param>
/// <param name="sections">The original's anchor for each anchor of the document that has a counterpart.</param>
internal sealed class ItemComparison(DriftSide original, DriftSide here, IReadOnlyDictionary<string, string> sections)
{
    private readonly bool _isOneLanguage = original.Language == here.Language;

    public ImmutableArray<FieldDrift> Compare(Procedure from, Procedure to)
    {
        var (left, right) = (EntryField.Of(from), EntryField.Of(to));
        var reasons = left.Select(_ => new List<DriftReason>()).ToList();
        var sequence = SequenceComparison.Compare(original, left[^1].Texts, here, right[^1].Texts).ToList();
        if (sequence.Count == 0)
        {
            AddNumbers(left, right, reasons);
        }

        reasons[^1].AddRange(sequence);
        return [.. left.Select((field, i) => Field(field, right[i], reasons[i])).OfType<FieldDrift>()];
    }

    public ImmutableArray<FieldDrift> Compare(Ladder from, Ladder to)
    {
        List<string> left = [.. from.Rungs.Select(r => r.Anchor.ToUpperInvariant())];
        List<string> right = [.. to.Rungs.Select(r => sections.GetValueOrDefault(r.Anchor, r.Anchor).ToUpperInvariant())];
        var (fromField, toField) = (new EntryField("rungs", [.. from.Rungs.Select(r => r.Text)]), new EntryField("rungs", [.. to.Rungs.Select(r => r.Text)]));
        List<DriftReason> reasons = SequenceAlignment.IsReordered(left, right)
            ? [new DriftReason(DriftReasonKind.Order, Numbers(left, left), Numbers(left, right), original.At(fromField.Span), here.At(toField.Span))]
            : [.. SequenceComparison.Compare(original, fromField.Texts, here, toField.Texts)];
        return Field(fromField, toField, reasons) is { } field ? [field] : [];
    }

    public ImmutableArray<FieldDrift> Compare(Checklist from, Checklist to)
    {
        var (fromField, toField) = (new EntryField("fields", Questions(from)), new EntryField("fields", Questions(to)));
        return Field(fromField, toField, [.. SequenceComparison.Compare(original, fromField.Texts, here, toField.Texts)]) is { } field ? [field] : [];
    }

    private static ImmutableArray<Prose> Questions(Checklist list) => [.. list.Fields.SelectMany(f => f.Details.Prepend(f.Question))];

    private void AddNumbers(ImmutableArray<EntryField> left, ImmutableArray<EntryField> right, List<List<DriftReason>> reasons)
    {
        foreach (var (field, reason) in NumberComparison.Compare(original, left, here, right))
        {
            reasons[field].Add(reason);
        }
    }

    private FieldDrift? Field(EntryField from, EntryField to, List<DriftReason> reasons)
    {
        if (from.Texts.IsEmpty && to.Texts.IsEmpty)
        {
            return null;
        }

        if (reasons.Count == 0 && _isOneLanguage && TextComparison.CompareWords(original, from, here, to) is { } reworded)
        {
            reasons.Add(reworded);
        }

        return new FieldDrift(from.Name, reasons.Count == 0 ? DriftState.Current : DriftState.Stale, [.. reasons.Distinct()], original.At(from.Span), here.At(to.Span));
    }

    /// <summary>An order as the places that its parts have in another: <c>1, 3, 2</c>.</summary>
    private static string Numbers(List<string> order, List<string> parts) =>
        string.Join(", ", parts.Select(p => (order.IndexOf(p) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
