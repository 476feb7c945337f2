using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A code whose number is not that of the name in its row, where the other rows agree.</summary>
internal sealed class CodeContradictsRowAnalyzer() : TableAnalyzer(ModelDiagnostics.CodeContradictsRow)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var rows = context.Table.Rows.Select(r => Read(text, r)).OfType<NumberedRow>().ToList();
        foreach (var family in rows.GroupBy(r => r.Prefix, StringComparer.Ordinal))
        {
            var agreeing = family.Count(r => r.Agrees);
            if (agreeing < 2 || agreeing * 2 < family.Count())
            {
                continue;
            }

            foreach (var row in family.Where(r => !r.Agrees))
            {
                var right = row.Prefix + row.Number.PadLeft(row.Digits.Length, '0');
                // Another row that has this code already makes it unclear which is wrong.
                var isFree = !context.Article.Text.Content.Contains(right, StringComparison.Ordinal);
                context.ReportReplaceable(
                    Rule, context.Document, row.Span, isFree ? right : null, row.Prefix + row.Digits, $"{row.Name} = {row.Number}");
            }
        }
    }

    private static NumberedRow? Read(string text, RowSyntax row)
    {
        foreach (var cell in row.Cells)
        {
            var named = text.Substring(cell.Start, cell.Length).Split('=', StringSplitOptions.TrimEntries);
            if (named is not [{ Length: > 2 } name, { Length: > 0 and < 8 } number] || !number.All(char.IsAsciiDigit) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                continue;
            }

            foreach (var other in row.Cells.Where(c => c != cell))
            {
                if (Tokens.FirstPrefixed(text, other) is { } code)
                {
                    return new NumberedRow(name, number, code.Prefix, code.Digits, code.Span);
                }
            }
        }

        return null;
    }

    private sealed record NumberedRow(string Name, string Number, string Prefix, string Digits, TextSpan Span)
    {
        public bool Agrees => Digits.TrimStart('0') == Number.TrimStart('0');
    }
}
