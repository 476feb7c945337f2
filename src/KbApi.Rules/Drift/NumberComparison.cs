using System.Collections.Immutable;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Drift;

/// <summary>
/// Compares the numbers of two entries. What stands in another field has moved and not changed: languages order sentences differently.
/// A number of one digit that only one side has may be a word on the other; it counts where both sides have one that the other lacks.
/// </summary>
internal static class NumberComparison
{
    /// <summary>The differences, each with the field of the original, or of the translation where the original has none.</summary>
    public static IEnumerable<(int Field, DriftReason Reason)> Compare(DriftSide original, ImmutableArray<EntryField> from, DriftSide here, ImmutableArray<EntryField> to)
    {
        var (left, right) = (Read(from), Read(to));
        var lost = Excess(left, right, Mentioned(to));
        var gained = Excess(right, left, Mentioned(from));
        foreach (var (a, b) in Pair(left, lost, right, gained))
        {
            lost.Remove(a);
            gained.Remove(b);
            yield return (a.Field, new DriftReason(DriftReasonKind.Number, a.Value, b.Value, original.At(a.Text), here.At(b.Text)));
        }

        foreach (var a in lost.Where(IsCertain))
        {
            yield return (a.Field, new DriftReason(DriftReasonKind.Number, a.Value, "", original.At(a.Text), here.At(to[a.Field].Span)));
        }

        foreach (var b in gained.Where(IsCertain))
        {
            yield return (b.Field, new DriftReason(DriftReasonKind.Number, "", b.Value, original.At(from[b.Field].Span), here.At(b.Text)));
        }

        // A number that the other side has at least once, or that may be a word there, proves nothing by itself.
        bool IsCertain(NumberToken token) => token.Value.Length > 1 && !(left.Exists(l => l.Value == token.Value) && right.Exists(r => r.Value == token.Value));
    }

    private static List<NumberToken> Read(ImmutableArray<EntryField> fields) =>
        [.. fields.SelectMany((field, i) => field.Texts.SelectMany(text => Tokens.PlainNumbers(text.Text).Select(n => new NumberToken(i, n, text.Span))))];

    /// <summary>All runs of digits of the fields, whatever they belong to.</summary>
    private static HashSet<string> Mentioned(ImmutableArray<EntryField> fields) =>
        fields.SelectMany(f => f.Texts).SelectMany(t => Tokens.DigitRuns(t.Text)).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The numbers that one side has more often than the other: of each value as many as it has more, those in fields where the other has
    /// fewer first.
    /// </summary>
    private static List<NumberToken> Excess(List<NumberToken> tokens, List<NumberToken> others, HashSet<string> mentioned)
    {
        var counts = others.CountBy(t => t.Value).ToDictionary(StringComparer.Ordinal);
        var excess = new List<NumberToken>();
        foreach (var group in tokens.GroupBy(t => t.Value, StringComparer.Ordinal))
        {
            var known = counts.GetValueOrDefault(group.Key);
            var more = group.Count() - known;
            if (more > 0 && (known > 0 || !mentioned.Contains(group.Key)))
            {
                var inField = others.Where(o => o.Value == group.Key).CountBy(o => o.Field).ToDictionary();
                excess.AddRange(group.GroupBy(t => t.Field).OrderByDescending(g => g.Count() - inField.GetValueOrDefault(g.Key)).SelectMany(g => g).Take(more));
            }
        }

        return excess;
    }

    /// <summary>Numbers that stand for each other: at the same place among those of their field, else in order within it, else in order.</summary>
    private static List<(NumberToken From, NumberToken To)> Pair(
        List<NumberToken> left, List<NumberToken> lost, List<NumberToken> right, List<NumberToken> gained)
    {
        var pairs = new List<(NumberToken, NumberToken)>();
        var (openLost, openGained) = (lost.ToList(), gained.ToList());
        foreach (var field in lost.Select(t => t.Field).Distinct().ToList())
        {
            List<NumberToken> a = [.. left.Where(t => t.Field == field)];
            List<NumberToken> b = [.. right.Where(t => t.Field == field)];
            foreach (var (from, to) in a.Count == b.Count ? a.Zip(b) : [])
            {
                if (from.Value != to.Value && openLost.Contains(from) && openGained.Contains(to))
                {
                    Take(from, to);
                }
            }

            foreach (var (from, to) in openLost.Where(t => t.Field == field).Zip(openGained.Where(t => t.Field == field)).ToList())
            {
                Take(from, to);
            }
        }

        foreach (var (from, to) in openLost.Zip(openGained).ToList())
        {
            Take(from, to);
        }

        return pairs;

        void Take(NumberToken from, NumberToken to)
        {
            openLost.Remove(from);
            openGained.Remove(to);
            pairs.Add((from, to));
        }
    }
}
