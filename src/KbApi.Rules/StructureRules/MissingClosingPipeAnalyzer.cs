using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A row without a closing pipe in a table whose other rows have one.</summary>
internal sealed class MissingClosingPipeAnalyzer() : TableAnalyzer(StructureDiagnostics.MissingClosingPipe)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var rows = context.Table.Rows;
        if (!context.Table.Header.IsClosed || rows.Count(r => r.IsClosed) * 2 < rows.Length)
        {
            return;
        }

        foreach (var row in rows.Where(r => !r.IsClosed))
        {
            var end = row.Span.Start + context.Article.Text[row.Span].TrimEnd().Length;
            context.ReportReplaceable(Rule, context.Document, new TextSpan(end, 0), " |");
        }
    }
}
