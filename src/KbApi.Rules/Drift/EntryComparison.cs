using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Alignment;

namespace KbApi.Rules.Drift;

/// <summary>Compares the entries of a document with those of its original, field by field.</summary>
internal sealed class EntryComparison(DriftSide original, DriftSide here, EntryFindings findings)
{
    private readonly bool _isOneLanguage = original.Language == here.Language;

    /// <summary>Tells missing fields from moved ones.</summary>
    public required FieldPresence Presence { get; init; }

    /// <summary>The fields that either has.</summary>
    /// <param name="from">The entry of the original.</param>
    /// <param name="to">The entry of the document.</param>
    /// <param name="before">The entry of the original as it was when it was translated, or null where that is not known.</param>
    public ImmutableArray<FieldDrift> Compare(Entry from, Entry to, Entry? before)
    {
        var (left, right) = (EntryField.Of(from), EntryField.Of(to));
        var reasons = left.Select(_ => new List<DriftReason>()).ToList();
        foreach (var (field, reason) in NumberComparison.Compare(original, WithoutCodes(from, left), here, WithoutCodes(to, right)))
        {
            reasons[field].Add(reason);
        }

        var everything = string.Join('\n', right.Select(f => f.Text).Append(to.Title.Text));
        for (var i = 0; i < left.Length; i++)
        {
            reasons[i].AddRange(TextComparison.Compare(original, left[i], here, right[i], everything, from.Shape == EntryShape.Row));
        }

        AddCells(to, right, reasons);
        AddSteps(from, to, right, reasons);
        var old = before is null ? default : EntryField.Of(before);
        var (all, allHere) = (FieldPresence.Length(left), FieldPresence.Length(right));
        var fields = left.Select((field, i) => Field(field, all, right[i], allHere, old.IsDefault ? null : old[i], reasons[i]));
        return [.. ((IEnumerable<FieldDrift?>)[Codes(from, to), Severity(from, to), .. fields, Links(from, to)]).OfType<FieldDrift>()];
    }

    private FieldDrift? Field(EntryField from, int all, EntryField to, int allHere, EntryField? before, List<DriftReason> reasons)
    {
        if (from.Texts.IsEmpty && to.Texts.IsEmpty && reasons.Count == 0)
        {
            return null;
        }

        // In one language words compare; in another, those of the original with what they were when they were translated.
        if (reasons.Count == 0 && _isOneLanguage && TextComparison.CompareWords(original, from, here, to) is { } reworded)
        {
            reasons.Add(reworded);
        }
        else if (reasons.Count == 0 && !_isOneLanguage && before is not null && TextComparison.Plain(before) != TextComparison.Plain(from))
        {
            reasons.Add(new DriftReason(DriftReasonKind.Wording, "", "", original.At(from.Span), here.At(to.Span)));
        }

        var state = to.Texts.Any(t => UntranslatedMark.Marks(here.Article.Text, t.Span)) ? DriftState.Untranslated : Presence.Judge(from, all, to, allHere)
            ?? (reasons.Count > 0 ? DriftState.Stale : !_isOneLanguage && IsUntranslated(from, to) ? DriftState.Untranslated : DriftState.Current);
        return new FieldDrift(from.Name, state, state == DriftState.Stale ? [.. reasons.Distinct()] : [], original.At(from.Span), here.At(to.Span));
    }

    private FieldDrift? Codes(Entry from, Entry to)
    {
        ImmutableArray<DriftReason> reasons =
        [
            .. CodeComparison.Compare(original, from, here, to), .. CodeComparison.Contradictions(original, from, here, to, findings.Contradictions),
        ];
        return from.Codes.IsEmpty && to.Codes.IsEmpty ? null : FieldOf(EntryField.Codes, reasons, Span(from.Codes.Select(c => c.Span)) ?? from.Span, Span(to.Codes.Select(c => c.Span)) ?? to.Span);
    }

    /// <summary>The words that tell how bad something is differ from language to language; within one, a difference is one.</summary>
    private FieldDrift? Severity(Entry from, Entry to) => !_isOneLanguage || from.Severity == to.Severity ? null : FieldOf(
        EntryField.Severity,
        [new DriftReason(DriftReasonKind.Severity, from.Severity.ToString().ToLowerInvariant(), to.Severity.ToString().ToLowerInvariant(), original.At(from.Span), here.At(to.Span))],
        from.Span,
        to.Span);

    private FieldDrift? Links(Entry from, Entry to) => from.Links.IsEmpty && to.Links.IsEmpty ? null : FieldOf(
        EntryField.Links, [.. LinkComparison.Compare(original, from, here, to)], Span(from.Links.Select(l => l.Span)) ?? from.Span, Span(to.Links.Select(l => l.Span)) ?? to.Span);

    private FieldDrift FieldOf(string name, ImmutableArray<DriftReason> reasons, TextSpan from, TextSpan to) =>
        new(name, reasons.IsEmpty ? DriftState.Current : DriftState.Stale, reasons, original.At(from), here.At(to));

    /// <summary>What was found in a cell belongs to the field that was read from it; a cell that only names the entry belongs to the symptoms.</summary>
    private void AddCells(Entry to, ImmutableArray<EntryField> fields, List<List<DriftReason>> reasons)
    {
        foreach (var cell in findings.Cells.Where(c => to.Span.Contains(c.Here)))
        {
            var field = Math.Max(0, fields.ToList().FindIndex(f => f.Texts.Any(t => cell.Here.Contains(t.Span))));
            reasons[field].Add(new DriftReason(cell.Kind, cell.Expected, cell.Found, original.At(cell.Original), here.At(cell.Here)));
        }
    }

    private void AddSteps(Entry from, Entry to, ImmutableArray<EntryField> fields, List<List<DriftReason>> reasons)
    {
        if (from.Resolution is { Steps.Length: > 0 } resolution && to.Resolution is { Steps.Length: > 0 } other)
        {
            reasons[fields.Length - 1].AddRange(SequenceComparison.Compare(original, resolution.Steps, here, other.Steps));
        }
    }

    private bool IsUntranslated(EntryField from, EntryField to)
    {
        var originals = from.Texts.Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return to.Texts.Any(t => originals.Contains(t.Text) && TextParity.HasWords(here.Document, t.Span));
    }

    /// <summary>The fields without the digits of codes, which are compared as codes.</summary>
    private static ImmutableArray<EntryField> WithoutCodes(Entry entry, ImmutableArray<EntryField> fields) =>
    [
        .. fields.Select(f => f with
        {
            Texts = [.. f.Texts.Select(t => entry.Codes.Where(c => t.Span.Contains(c.Span) && c.Span.Length > 0)
                .Aggregate(t, (text, code) => CodeDigits.Remove(text, code.Code.Value)))],
        }),
    ];

    private static TextSpan? Span(IEnumerable<TextSpan> spans) => spans.Select(s => (TextSpan?)s).Aggregate((TextSpan?)null, (a, b) => a is null ? b : a.Value.Union(b!.Value));
}
