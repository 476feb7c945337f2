using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A row with more or fewer cells than its header.</summary>
internal sealed class CellCountAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StructureDiagnostics.CellCount];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterTableAction(Analyze);
    }

    private static void Analyze(TableAnalysisContext context)
    {
        var columns = context.Table.Header.Cells.Length;
        foreach (var row in context.Table.Rows.Where(r => r.Cells.Length != columns))
        {
            context.Report(StructureDiagnostics.CellCount, row.Span, row.Cells.Length, columns);
        }
    }
}
