using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A row that stands twice in a table.</summary>
internal sealed class DuplicateRowAnalyzer() : TableAnalyzer(ModelDiagnostics.DuplicateRow)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var seen = new Dictionary<string, RowSyntax>(StringComparer.Ordinal);
        foreach (var row in context.Table.Rows)
        {
            var text = context.Article.Text[row.Span].Trim();
            if (row.Cells.Count(c => !c.IsEmpty) > 1 && !seen.TryAdd(text, row))
            {
                context.Report(Rule, row.Span, seen[text].Line + 1);
            }
        }
    }
}
