using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A code block that nothing closes: the rest of the document is code.</summary>
internal sealed class UnclosedFenceAnalyzer() : ArticleAnalyzer(StructureDiagnostics.UnclosedFence)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        if (context.Document.UnclosedFence is { } fence)
        {
            context.Report(Rule, fence);
        }
    }
}
