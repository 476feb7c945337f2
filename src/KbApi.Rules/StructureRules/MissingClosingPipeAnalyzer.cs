using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A row without a closing pipe in a table whose other rows have one.</summary>
internal sealed class MissingClosingPipeAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StructureDiagnostics.MissingClosingPipe];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterTableAction(Analyze);
    }

    private static void Analyze(TableAnalysisContext context)
    {
        var rows = context.Table.Rows;
        if (!context.Table.Header.IsClosed || rows.Count(r => r.IsClosed) * 2 < rows.Length)
        {
            return;
        }

        foreach (var row in rows.Where(r => !r.IsClosed))
        {
            var end = row.Span.Start + context.Article.Text[row.Span].TrimEnd().Length;
            context.ReportReplaceable(StructureDiagnostics.MissingClosingPipe, context.Document, new TextSpan(end, 0), " |");
        }
    }
}
