using KbApi.Rules.Syntax;
using KbApi.Translation.Units;

namespace KbApi.Translation.Alignment;

/// <summary>
/// Pairs the texts of a section with those of its translation where one side has more: texts with the same names, codes, addresses and
/// numbers are the same wherever order allows, and what stands between two such pairs is paired in order where it is built alike.
/// </summary>
internal static class SequencePairing
{
    private const int ShortText = 40;

    /// <summary>The pairs as indexes, in order of both.</summary>
    public static IEnumerable<(int Original, int Translated)> Pair(IReadOnlyList<TranslationUnit> originals, IReadOnlyList<TranslationUnit> translated)
    {
        var (i, j) = (0, 0);
        foreach (var (nextLeft, nextRight) in Anchors(originals, translated).Append((originals.Count, translated.Count)))
        {
            if (KindsOf(originals, i, nextLeft).SequenceEqual(KindsOf(translated, j, nextRight)))
            {
                for (var k = 0; k < nextLeft - i; k++)
                {
                    if (SaysAsMuch(originals[i + k], translated[j + k]))
                    {
                        yield return (i + k, j + k);
                    }
                }
            }

            if (nextLeft < originals.Count)
            {
                yield return (nextLeft, nextRight);
            }

            (i, j) = (nextLeft + 1, nextRight + 1);
        }
    }

    private static IEnumerable<UnitKind> KindsOf(IReadOnlyList<TranslationUnit> units, int from, int to) => units.Take(to).Skip(from).Select(u => u.Kind);

    /// <summary>The most pairs of texts with a signature that each side has once, in order of both.</summary>
    private static List<(int Left, int Right)> Anchors(IReadOnlyList<TranslationUnit> originals, IReadOnlyList<TranslationUnit> translated)
    {
        var (left, right) = (OnlyOnes(originals), OnlyOnes(translated));
        var candidates = left.Where(l => right.ContainsKey(l.Key)).Select(l => (Left: l.Value, Right: right[l.Key])).Where(p => SaysAsMuch(originals[p.Left], translated[p.Right])).OrderBy(p => p.Left).ToList();

        // The longest increasing subsequence (Fredman, 1975): for each length the candidate that ends it earliest.
        var ends = new List<int>();
        var previous = new int[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = candidates[ends[middle]].Right < candidates[i].Right ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var anchors = new List<(int, int)>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
        {
            anchors.Add(candidates[i]);
        }

        anchors.Reverse();
        return anchors;
    }

    private static Dictionary<string, int> OnlyOnes(IReadOnlyList<TranslationUnit> units) => units.Select((u, i) => (Signature: SignatureOf(u), Index: i)).Where(s => s.Signature.Length > 0)
        .GroupBy(s => s.Signature, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Index, StringComparer.Ordinal);

    /// <summary>What no translation changes, in any order; empty where there is nothing of the kind.</summary>
    private static string SignatureOf(TranslationUnit unit)
    {
        var literals = unit.Text.Pieces.Where(p => p.Protects is ProtectedKind.Code or ProtectedKind.Name or ProtectedKind.Placeholder or ProtectedKind.Address).Select(p => p.Raw);
        var parts = literals.Concat(Tokens.Numbers(unit.Text.Words)).Order(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? "" : (char)('a' + (int)unit.Kind) + "\n" + string.Join('\n', parts);
    }

    /// <summary>A text of a third or of three times the length is of another version of the document.</summary>
    private static bool SaysAsMuch(TranslationUnit left, TranslationUnit right) =>
        Math.Max(left.Span.Length, right.Span.Length) < ShortText || (left.Span.Length < right.Span.Length * 3 && right.Span.Length < left.Span.Length * 3);
}
