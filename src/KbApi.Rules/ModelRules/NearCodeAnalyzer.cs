using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>Two results in one row that differ by one lost or doubled digit.</summary>
internal sealed class NearCodeAnalyzer() : TableAnalyzer(ModelDiagnostics.NearCode)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        foreach (var row in context.Table.Rows)
        {
            var codes = Tokens.HexNumbers(context.Article.Text.Content, row.Span).ToList();
            foreach (var odd in codes.Where(c => c.Digits.Length is 7 or 9))
            {
                var near = codes.Where(c => c.Digits.Length == 8 && IsOneDigitOff(odd.Digits, c.Digits)).Select(c => c.Digits).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                if (near.Count == 1)
                {
                    context.ReportReplaceable(Rule, context.Document, odd.Span, near[0], odd.Digits, near[0]);
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
