using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.OperationRules;

/// <summary>A number that is left out in a table whose codes follow each other.</summary>
internal sealed class CodeGapAnalyzer() : TableAnalyzer(OperationDiagnostics.CodeGap)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        const int fewest = 5;
        var text = context.Article.Text;
        var codes = context.Table.Rows.Where(r => r.Cells.Length > 0)
            .Select(r => (Row: r, Number: int.TryParse(text[r.Cells[0]], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : -1))
            .Where(c => c.Number >= 1000).ToList();
        var steps = codes.Zip(codes.Skip(1), (a, b) => b.Number - a.Number).ToList();
        if (codes.Count < fewest || steps.Count(s => s == 1) * 4 < steps.Count * 3)
        {
            return;
        }

        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] == 2)
            {
                context.Report(Rule, codes[i + 1].Row.Cells[0], codes[i].Number + 1, codes[i].Number, codes[i + 1].Number);
            }
        }
    }
}
