using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A line of text that touches the last row of a table, which takes it in as a row.</summary>
internal sealed class TextInTableAnalyzer() : TableAnalyzer(StructureDiagnostics.TextInTable)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var last = context.Table.Rows.IsEmpty ? context.Table.Header.Line + 1 : context.Table.Rows[^1].Line;
        if (last + 1 >= context.Document.Lines.Length)
        {
            return;
        }

        var line = context.Document.Lines[last + 1];
        var text = context.Article.Text[line.Span].Trim();
        // A line about the look of the table and the beginnings of other blocks end it.
        if (line.Kind == LineKind.Text && text.Length > 0 && !text.Contains('|', StringComparison.Ordinal) && text[0] is not ('#' or '{' or '<' or '>' or '-' or '*' or '+' or ':' or '`' or '~' or '='))
        {
            context.Report(Rule, line.Span);
        }
    }
}
