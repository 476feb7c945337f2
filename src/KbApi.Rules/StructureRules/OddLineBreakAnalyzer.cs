using System.Collections.Immutable;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A line break written in a form that is no HTML.</summary>
internal sealed class OddLineBreakAnalyzer() : ArticleAnalyzer(StructureDiagnostics.OddLineBreak)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var forms = Forms.Where(f => text.Contains(f, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var line in forms.Count == 0 ? [] : context.Document.TextLines)
        {
            foreach (var form in forms)
            {
                for (var at = text.IndexOf(form, line.Span.Start, line.Span.Length, StringComparison.OrdinalIgnoreCase); at >= 0;)
                {
                    if (!context.Document.IsCode(at))
                    {
                        context.ReportReplaceable(Rule, context.Document, new TextSpan(at, form.Length), "<br>", text.Substring(at, form.Length));
                    }

                    var next = at + form.Length;
                    at = text.IndexOf(form, next, line.Span.End - next, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    private static readonly ImmutableArray<string> Forms = ["<br >", "</br>", "</br />", "<br\\>"];
}
