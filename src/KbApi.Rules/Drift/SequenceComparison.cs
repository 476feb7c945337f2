using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Comparison;

namespace KbApi.Rules.Drift;

/// <summary>Compares steps, measures and questions one by one: which were added, which were removed, which changed places.</summary>
internal static class SequenceComparison
{
    private const int LongestQuotation = 80;

    public static IEnumerable<DriftReason> Compare(DriftSide original, ImmutableArray<Prose> from, DriftSide here, ImmutableArray<Prose> to)
    {
        var isOneLanguage = original.Language == here.Language;
        var (left, right) = (from.Select(p => p.Text).ToImmutableArray(), to.Select(p => p.Text).ToImmutableArray());
        if (isOneLanguage && SequenceAlignment.IsReordered(left, right))
        {
            yield return new DriftReason(DriftReasonKind.Order, "", "", original.At(All(from)), here.At(All(to)));
            yield break;
        }

        foreach (var (i, j) in SequenceAlignment.Align(left, right, isOneLanguage))
        {
            if (j is null)
            {
                yield return new DriftReason(DriftReasonKind.ItemAdded, Shorten(from[i!.Value].Text), "", original.At(from[i.Value].Span), here.At(All(to)));
            }
            else if (i is null)
            {
                yield return new DriftReason(DriftReasonKind.ItemRemoved, "", Shorten(to[j.Value].Text), original.At(All(from)), here.At(to[j.Value].Span));
            }
        }
    }

    /// <summary>The first words of a text, in one line.</summary>
    public static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= LongestQuotation)
        {
            return line;
        }

        var blank = line.LastIndexOf(' ', LongestQuotation - 1);
        var end = blank > LongestQuotation / 2 ? blank : LongestQuotation - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "\u2026";
    }

    private static Content.Text.TextSpan? All(ImmutableArray<Prose> texts) => texts.IsEmpty ? null : texts.Select(t => t.Span).Aggregate((a, b) => a.Union(b));
}
