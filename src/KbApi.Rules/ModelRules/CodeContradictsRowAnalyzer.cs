using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>A code whose number is not that of the name in its row, where the other rows agree.</summary>
internal sealed class CodeContradictsRowAnalyzer() : TableAnalyzer(ModelDiagnostics.CodeContradictsRow)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        foreach (var code in RowCodes.Contradictions(text, context.Table))
        {
            // Another row that has this code already makes it unclear which is wrong.
            var isFree = !text.Contains(code.Right, StringComparison.Ordinal);
            context.ReportReplaceable(Rule, context.Document, code.Span, isFree ? code.Right : null, code.Found, code.Row);
        }
    }
}
