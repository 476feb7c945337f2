using KbApi.Content.Syntax;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A heading whose number signs touch its text: to CommonMark it is none.</summary>
internal sealed class HeadingWithoutSpaceAnalyzer() : ArticleAnalyzer(StructureDiagnostics.HeadingWithoutSpace)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var text = context.Article.Text.Content.AsSpan(line.Span.Start, line.Span.Length);
            if (GluedHeading.LevelOf(text) is > 0 and var level)
            {
                context.ReportReplaceable(Rule, context.Document, new TextSpan(line.Span.Start + level, 0), " ");
            }
        }
    }
}
