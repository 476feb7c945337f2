using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.FreshnessRules;

/// <summary>A link to a site that was taken down.</summary>
internal sealed class RetiredSiteAnalyzer() : ArticleAnalyzer(FreshnessDiagnostics.RetiredSite)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var address in Addresses.In(context.Document))
        {
            if (RetiredSites.BuiltIn.Find(address.Host) is { } site)
            {
                context.Report(Rule, address.Span, site);
            }
        }
    }
}
