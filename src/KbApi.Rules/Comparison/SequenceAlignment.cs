using System.Collections.Immutable;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Comparison;

/// <summary>Pairs the parts of two sequences, such as steps, in order.</summary>
internal static class SequenceAlignment
{
    private const double MinSimilarity = 0.3;

    /// <summary>The largest table of comparisons; beyond it the order alone decides.</summary>
    private const long MaxComparisons = 250_000;

    /// <summary>
    /// The parts in pairs, and those that only one side has, in order. Parts are paired by their words in one language, else by what
    /// translation leaves alone, their share of the whole, and their place; where there are as many in two languages, by place alone.
    /// </summary>
    public static ImmutableArray<(int? Left, int? Right)> Align(ImmutableArray<string> left, ImmutableArray<string> right, bool isOneLanguage)
    {
        if ((left.Length == right.Length && !isOneLanguage) || (long)left.Length * right.Length > MaxComparisons)
        {
            return ByPlace(left.Length, right.Length);
        }

        var (a, b) = (left.Select(t => new Part(t, isOneLanguage)).ToList(), right.Select(t => new Part(t, isOneLanguage)).ToList());
        var scale = Math.Max(1, b.Sum(p => p.Length)) / (double)Math.Max(1, a.Sum(p => p.Length));
        var best = new double[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(Paired(i, j), Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var parts = ImmutableArray.CreateBuilder<(int?, int?)>();
        int x = 0, y = 0;
        while (x < a.Count && y < b.Count)
        {
            if (best[x, y] > best[x + 1, y] && best[x, y] > best[x, y + 1])
            {
                parts.Add((x++, y++));
            }
            else if (best[x + 1, y] >= best[x, y + 1])
            {
                parts.Add((x++, null));
            }
            else
            {
                parts.Add((null, y++));
            }
        }

        parts.AddRange(Enumerable.Range(x, a.Count - x).Select(i => ((int?)i, (int?)null)));
        parts.AddRange(Enumerable.Range(y, b.Count - y).Select(j => ((int?)null, (int?)j)));
        return parts.ToImmutable();

        double Paired(int i, int j)
        {
            var similarity = a[i].SimilarityTo(b[j], scale, isOneLanguage);
            return isOneLanguage && similarity < MinSimilarity ? 0 : best[i + 1, j + 1] + similarity;
        }
    }

    /// <summary>Whether two sequences have the same parts in another order.</summary>
    public static bool IsReordered(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right) =>
        left.Count == right.Count && !left.SequenceEqual(right, StringComparer.Ordinal)
        && left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static ImmutableArray<(int?, int?)> ByPlace(int left, int right) =>
        [.. Enumerable.Range(0, Math.Max(left, right)).Select(i => (i < left ? i : (int?)null, i < right ? i : (int?)null))];

    private sealed class Part(string text, bool withWords)
    {
        private const double WeightOfLength = 0.5;

        private readonly HashSet<string> _words = Tokens.Words(text).Select(w => w.Word)
            .Where(w => withWords || w.AsSpan().ContainsAnyInRange('0', '9') || w.AsSpan(1).ContainsAnyInRange('A', 'Z')).ToHashSet(StringComparer.OrdinalIgnoreCase);

        public int Length { get; } = text.Length;

        public double SimilarityTo(Part other, double scale, bool isOneLanguage)
        {
            var common = _words.Count(other._words.Contains);
            var all = _words.Count + other._words.Count - common;
            var words = all == 0 ? 0 : (double)common / all;
            if (isOneLanguage)
            {
                return words;
            }

            var (here, there) = ((Length * scale) + 1, other.Length + 1.0);
            return words + (WeightOfLength * Math.Min(here, there) / Math.Max(here, there));
        }
    }
}
