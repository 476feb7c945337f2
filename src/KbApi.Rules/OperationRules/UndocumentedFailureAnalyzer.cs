using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.OperationRules;

/// <summary>An operation with a start and a success and no failure, where the others have all three.</summary>
internal sealed class UndocumentedFailureAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [OperationDiagnostics.UndocumentedFailure];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private static void Analyze(ArticleAnalysisContext context)
    {
        var operations = context.Article.Operations.Operations;
        if (operations.Count(o => o.Failure is not null) < 2)
        {
            return;
        }

        foreach (var operation in operations.Where(o => o.Failure is null))
        {
            if (context.Article.Entries.FirstOrDefault(e => e.Id == operation.Start) is { } start)
            {
                context.Report(OperationDiagnostics.UndocumentedFailure, start.Title.Span, operation.Name);
            }
        }
    }
}
