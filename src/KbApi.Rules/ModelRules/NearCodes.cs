using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>Finds results with a digit too few or too many beside the result that was meant, in one row.</summary>
internal static class NearCodes
{
    /// <summary>The codes of a table that differ by one digit from another of their row.</summary>
    public static IEnumerable<ContradictedCode> In(string text, TableSyntax table)
    {
        foreach (var row in table.Rows)
        {
            var codes = Tokens.HexNumbers(text, row.Span).ToList();
            foreach (var odd in codes.Where(c => c.Digits.Length is 7 or 9))
            {
                var near = codes.Where(c => c.Digits.Length == 8 && IsOneDigitOff(odd.Digits, c.Digits)).Select(c => c.Digits).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                if (near.Count == 1)
                {
                    yield return new ContradictedCode(odd.Span, odd.Digits, near[0], near[0]);
                }
            }
        }
    }

    private static bool IsOneDigitOff(string left, string right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var same = shorter.AsSpan().CommonPrefixLength(longer, new IgnoreCase());
        return shorter.AsSpan(same).Equals(longer.AsSpan(same + 1), StringComparison.OrdinalIgnoreCase);
    }

    private sealed class IgnoreCase : IEqualityComparer<char>
    {
        public bool Equals(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);

        public int GetHashCode(char obj) => char.ToUpperInvariant(obj);
    }
}
