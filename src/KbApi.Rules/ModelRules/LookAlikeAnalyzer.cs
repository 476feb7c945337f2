using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>Entries that begin with the same symptom and are told apart only further on.</summary>
internal sealed class LookAlikeAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ModelDiagnostics.LookAlike];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private static void Analyze(ArticleAnalysisContext context)
    {
        var byId = context.Article.Entries.ToDictionary(e => e.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in context.Article.Entries.Where(e => e.Discriminators.Length > 0))
        {
            var lines = entry.Discriminators.SelectMany(d => d.Others).Where(byId.ContainsKey).Select(id => byId[id].StartLine).Distinct().Order().ToList();
            if (lines.Count > 0)
            {
                context.Report(ModelDiagnostics.LookAlike, entry.Title.Span, string.Join(", ", lines));
            }
        }
    }
}
