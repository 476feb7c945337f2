using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A link of a translation that leads to a page in English.</summary>
internal sealed class LinkToOtherLocaleAnalyzer() : ArticleAnalyzer(ParityDiagnostics.LinkToOtherLocale)
{
    private const string English = "en-us";

    protected override void Analyze(ArticleAnalysisContext context)
    {
        if (context.Article.Locale.Language == "en")
        {
            return;
        }

        foreach (var address in Addresses.In(context.Document).Where(a => a.IsLink && a.Path.Split('/').Contains(English, StringComparer.OrdinalIgnoreCase)))
        {
            context.Report(Rule, address.Span, context.Article.Locale);
        }
    }
}
