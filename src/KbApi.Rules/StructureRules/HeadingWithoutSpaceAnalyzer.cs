using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A heading whose number signs touch its text: to CommonMark it is none.</summary>
internal sealed class HeadingWithoutSpaceAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StructureDiagnostics.HeadingWithoutSpace];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private static void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var text = context.Article.Text.Content.AsSpan(line.Span.Start, line.Span.Length);
            if (GluedHeading.LevelOf(text) is > 0 and var level)
            {
                context.ReportReplaceable(StructureDiagnostics.HeadingWithoutSpace, context.Document, new TextSpan(line.Span.Start + level, 0), " ");
            }
        }
    }
}
