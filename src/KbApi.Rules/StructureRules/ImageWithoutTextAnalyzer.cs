using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A picture without a text for those who can not see it.</summary>
internal sealed class ImageWithoutTextAnalyzer() : ArticleAnalyzer(StructureDiagnostics.ImageWithoutText)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var image in TextLinks.In(context.Document).Where(l => l.IsImage && string.IsNullOrWhiteSpace(l.Text)))
        {
            context.Report(Rule, image.Span, image.Address);
        }
    }
}
