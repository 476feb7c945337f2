using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Rules.Comparison;

/// <summary>Compares steps, measures and questions of one item before and after, in one language.</summary>
internal sealed class SequenceChanges(CatalogSnapshot old, CatalogSnapshot now)
{
    private const string Rungs = "rungs";

    public IEnumerable<CatalogChange> Between(Procedure before, Procedure after, string id) =>
    [
        .. Compare(before, [.. before.Steps.Select(s => s.Text)], after, [.. after.Steps.Select(s => s.Text)], id, "steps"),
        .. Reworded(before, Texts(before), after, Texts(after), id, "title"),
    ];

    public IEnumerable<CatalogChange> Between(Ladder before, Ladder after, string id)
    {
        // A measure is the section that describes it, whatever it is called.
        var (left, right) = (before.Rungs.Select(r => r.Anchor).ToList(), after.Rungs.Select(r => r.Anchor).ToList());
        return SequenceAlignment.IsReordered(left, right)
            ? [Change(CatalogChangeKind.OrderChanged, before, before.Span, after, after.Span, id, Rungs, string.Join(" > ", left), string.Join(" > ", right))]
            : Compare(before, [.. before.Rungs.Select(r => r.Text)], after, [.. after.Rungs.Select(r => r.Text)], id, Rungs);
    }

    public IEnumerable<CatalogChange> Between(Checklist before, Checklist after, string id) =>
        Compare(before, Questions(before), after, Questions(after), id, "fields");

    /// <summary>The parts that are new, gone, moved or reworded.</summary>
    public IEnumerable<CatalogChange> Compare(KnowledgeItem before, ImmutableArray<Prose> left, KnowledgeItem after, ImmutableArray<Prose> right, string id, string field)
    {
        ImmutableArray<string> from = [.. left.Select(p => EntryText.Plain([p.Text]))];
        ImmutableArray<string> to = [.. right.Select(p => EntryText.Plain([p.Text]))];
        if (SequenceAlignment.IsReordered(from, to))
        {
            yield return Change(CatalogChangeKind.OrderChanged, before, before.Span, after, after.Span, id, field, string.Join(" > ", from), string.Join(" > ", to));
            yield break;
        }

        foreach (var (i, j) in Symmetric(from, to))
        {
            if (j is null)
            {
                yield return Change(CatalogChangeKind.StepRemoved, before, left[i!.Value].Span, after, after.Span, id, field, from[i.Value], "");
            }
            else if (i is null)
            {
                yield return Change(CatalogChangeKind.StepAdded, before, before.Span, after, right[j.Value].Span, id, field, "", to[j.Value]);
            }
            else if (from[i.Value] != to[j.Value])
            {
                var kind = TextMeaning.Same(from[i.Value], to[j.Value]) ? CatalogChangeKind.WordingChanged : CatalogChangeKind.ResolutionChanged;
                foreach (var change in NumberChanges.Between(from[i.Value], to[j.Value]) is { Count: > 0 } numbers
                    ? numbers.Select(n => (CatalogChangeKind.LimitChanged, n.Before, n.After))
                    : [(kind, from[i.Value], to[j.Value])])
                {
                    yield return Change(change.Item1, before, left[i.Value].Span, after, right[j.Value].Span, id, field, change.Item2, change.Item3);
                }
            }
        }
    }

    /// <summary>The same pairs whichever of the two comes first: where several are as good, the order of the texts decides and not which is the newer.</summary>
    private static IEnumerable<(int? Left, int? Right)> Symmetric(ImmutableArray<string> left, ImmutableArray<string> right) =>
        string.CompareOrdinal(string.Join('\n', left), string.Join('\n', right)) <= 0
            ? SequenceAlignment.Align(left, right, isOneLanguage: true)
            : SequenceAlignment.Align(right, left, isOneLanguage: true).Select(p => (p.Right, p.Left));

    private IEnumerable<CatalogChange> Reworded(KnowledgeItem before, string left, KnowledgeItem after, string right, string id, string field) =>
        left == right ? [] : [Change(CatalogChangeKind.WordingChanged, before, before.Span, after, after.Span, id, field, left, right)];

    private CatalogChange Change(CatalogChangeKind kind, KnowledgeItem before, TextSpan left, KnowledgeItem after, TextSpan right, string id, string field, string from, string to) =>
        new(kind, id, field, from, to, [after.Locale]) { Old = old.PlaceOf(before, left), New = now.PlaceOf(after, right) };

    private static string Texts(Procedure procedure) =>
        EntryText.Plain([procedure.Title.Text, procedure.Introduction?.Text ?? "", .. procedure.Warnings.Select(w => w.Text)]);

    private static ImmutableArray<Prose> Questions(Checklist list) => [.. list.Fields.SelectMany(f => f.Details.Prepend(f.Question))];
}
