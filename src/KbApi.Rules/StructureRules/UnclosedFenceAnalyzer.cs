using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A code block that nothing closes: the rest of the document is code.</summary>
internal sealed class UnclosedFenceAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StructureDiagnostics.UnclosedFence];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private static void Analyze(ArticleAnalysisContext context)
    {
        if (context.Document.UnclosedFence is { } fence)
        {
            context.Report(StructureDiagnostics.UnclosedFence, fence);
        }
    }
}
