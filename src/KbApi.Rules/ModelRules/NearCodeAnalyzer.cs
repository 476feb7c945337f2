using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>Two results in one row that differ by one lost or doubled digit.</summary>
internal sealed class NearCodeAnalyzer() : TableAnalyzer(ModelDiagnostics.NearCode)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        foreach (var code in NearCodes.In(context.Article.Text.Content, context.Table))
        {
            context.ReportReplaceable(Rule, context.Document, code.Span, code.Right, code.Found, code.Row);
        }
    }
}
