using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.OperationRules;

/// <summary>An operation with a start and a success and no failure, where the others have all three.</summary>
internal sealed class UndocumentedFailureAnalyzer() : ArticleAnalyzer(OperationDiagnostics.UndocumentedFailure)
{
    protected override void Analyze(ArticleAnalysisContext context)
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
                context.Report(Rule, start.Title.Span, operation.Name);
            }
        }
    }
}
