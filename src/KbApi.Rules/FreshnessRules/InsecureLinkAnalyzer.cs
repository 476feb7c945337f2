using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.FreshnessRules;

/// <summary>A link that is not encrypted.</summary>
internal sealed class InsecureLinkAnalyzer() : ArticleAnalyzer(FreshnessDiagnostics.InsecureLink)
{
    private static readonly string[] Local = ["localhost", "example", "contoso", "fabrikam", "schemas", "127", "10", "192"];

    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var address in Addresses.In(context.Document).Where(a => a.IsLink && !a.IsSecure && a.Host.Contains('.', StringComparison.Ordinal)))
        {
            // Addresses in one's own network and those that stand for any other.
            if (!address.Host.Split('.').Intersect(Local, StringComparer.OrdinalIgnoreCase).Any())
            {
                context.Report(Rule, address.Span, address.Host);
            }
        }
    }
}
