using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>Entries that begin with the same symptom and are told apart only further on.</summary>
internal sealed class LookAlikeAnalyzer() : ArticleAnalyzer(ModelDiagnostics.LookAlike)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var byId = context.Article.Entries.ToDictionary(e => e.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in context.Article.Entries.Where(e => e.Discriminators.Length > 0))
        {
            var lines = entry.Discriminators.SelectMany(d => d.Others).Where(byId.ContainsKey).Select(id => byId[id].StartLine).Distinct().Order().ToList();
            if (lines.Count > 0)
            {
                context.Report(Rule, entry.Title.Span, string.Join(", ", lines));
            }
        }
    }
}
