using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A blank between the text of a link and its target.</summary>
internal sealed class SpaceBeforeTargetAnalyzer() : ArticleAnalyzer(StructureDiagnostics.SpaceBeforeTarget)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var text = context.Article.Text.Content;
            for (var at = text.IndexOf("] (", line.Span.Start, line.Span.Length, StringComparison.Ordinal); at >= 0;)
            {
                var next = at + 3;
                var rest = text.AsSpan(next, line.Span.End - next);
                if (!context.Document.IsCode(at) && (rest.StartsWith("http://") || rest.StartsWith("https://")))
                {
                    context.ReportReplaceable(Rule, context.Document, new TextSpan(at + 1, 1), "");
                }

                at = text.IndexOf("] (", next, line.Span.End - next, StringComparison.Ordinal);
            }
        }
    }
}
