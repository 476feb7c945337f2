using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>Two entries of an article with the same title in different sections.</summary>
internal sealed class DuplicateTitleAnalyzer() : ArticleAnalyzer(ModelDiagnostics.DuplicateTitle)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var same in context.Article.Entries.Where(e => e.Codes.IsEmpty && e.Title.Text.Length > 8).GroupBy(e => e.Title.Text, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(e => e.Section).Distinct().Count() > 1))
        {
            foreach (var entry in same)
            {
                var other = same.First(e => e != entry);
                var diagnostic = Diagnostic.Create(Rule, Location.In(context.Article.Text, entry.Title.Span), entry.Title.Text, other.StartLine);
                context.Report(diagnostic with { AdditionalLocations = [Location.In(context.Article.Text, other.Title.Span)] });
            }
        }
    }
}
