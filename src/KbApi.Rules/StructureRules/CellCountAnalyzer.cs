using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A row with more or fewer cells than its header.</summary>
internal sealed class CellCountAnalyzer() : TableAnalyzer(StructureDiagnostics.CellCount)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var columns = context.Table.Header.Cells.Length;
        foreach (var row in context.Table.Rows.Where(r => r.Cells.Length != columns))
        {
            context.Report(Rule, row.Span, row.Cells.Length, columns);
        }
    }
}
