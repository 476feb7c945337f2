using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>An entry without a resolution in a table where nearly all others have one.</summary>
internal sealed class MissingResolutionAnalyzer() : TableAnalyzer(ModelDiagnostics.MissingResolution)
{
    private const int FewestWith = 4;

    protected override void Analyze(TableAnalysisContext context)
    {
        var (first, last) = context.Table.Rows.IsEmpty ? (0, -1) : (context.Table.Rows[0].Line + 1, context.Table.Rows[^1].Line + 1);
        var entries = context.Article.Entries.Where(e => e.Shape == EntryShape.Row && e.StartLine >= first && e.StartLine <= last).ToList();
        var without = entries.Where(e => e.Resolution is null).ToList();
        if (entries.Count - without.Count < Math.Max(FewestWith, 4 * without.Count))
        {
            return;
        }

        // Where the others have theirs.
        var columns = context.Table.Rows.SelectMany(r => r.Cells.Select((cell, column) => (cell, column)))
            .Where(c => entries.Exists(e => e.Resolution is { } resolution && c.cell.Contains(resolution.Paragraphs[0].Span.Start))).Select(c => c.column).Distinct().ToList();
        foreach (var row in columns is [_] ? context.Table.Rows.Where(r => without.Exists(e => e.StartLine == r.Line + 1) && r.Cells.Length > columns[0]) : [])
        {
            if (context.Article.Text[row.Cells[columns[0]]].Trim() is "" or "-" or "\u2013" or "?")
            {
                context.Report(Rule, row.Cells[0].IsEmpty ? row.Span : row.Cells[0]);
            }
        }
    }
}
