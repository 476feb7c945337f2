using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A list in a table cell whose numbers are typed behind line breaks.</summary>
internal sealed class FakeListAnalyzer() : TableAnalyzer(StructureDiagnostics.FakeList)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        foreach (var cell in context.Table.Rows.SelectMany(r => r.Cells))
        {
            var content = text.AsSpan(cell.Start, cell.Length);
            TextSpan? first = null;
            var items = 0;
            for (var at = content.IndexOf("<br"); at >= 0;)
            {
                var close = content[at..].IndexOf('>');
                if (close < 0)
                {
                    break;
                }

                var item = content[(at + close + 1)..].TrimStart();
                if (item.Length > 2 && item[1] == '.' && item[2] == ' ' && (item[0] == (char)('1' + items) || item[0] == (char)('a' + items)))
                {
                    items++;
                    first ??= new TextSpan(cell.Start + at, content.Length - item.Length - at + 2);
                }

                var next = content[(at + close)..].IndexOf("<br");
                at = next < 0 ? -1 : at + close + next;
            }

            if (items > 1)
            {
                context.Report(Rule, first!.Value, items);
            }
        }
    }
}
