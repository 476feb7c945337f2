using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Model;

namespace KbApi.Server.Sitemaps;

/// <summary>The pages of a site, each in the languages that it is written in; what stands in for others is no page of its own.</summary>
internal static class SitePages
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "MM/dd/yyyy", "M/d/yyyy"];

    public static IEnumerable<SitemapPage> Of(KnowledgeBase knowledgeBase, SitemapLinks links)
    {
        var locales = knowledgeBase.Locales.Select(l => (Locale: l, Changed: (DateOnly?)null)).ToList();
        var count = locales.Count == 0 ? 0 : links.Fixed(locales[0].Locale).Length;
        for (var i = 0; i < count; i++)
        {
            var at = i;
            foreach (var page in InEach(locales, l => links.Fixed(l)[at]))
            {
                yield return page;
            }
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in knowledgeBase.Articles.Items)
        {
            var articles = item.Variants.Select(a => (Article: a, Changed: DateOf(a))).ToList();
            foreach (var page in InEach(articles.Select(a => (a.Article.Locale, a.Changed)), l => links.ToArticle(l, item.Id)))
            {
                yield return page;
            }

            var entries = articles.SelectMany(a => a.Article.Entries.Select(e => (e.Id, e.Locale, a.Changed))).GroupBy(e => e.Id, StringComparer.Ordinal);
            foreach (var entry in entries.Where(e => known.Add(e.Key)))
            {
                foreach (var page in InEach(entry.DistinctBy(e => e.Locale).Select(e => (e.Locale, e.Changed)), l => links.ToEntry(l, entry.Key)))
                {
                    yield return page;
                }
            }
        }
    }

    /// <summary>The date that an article gives itself; null where it gives none, or one that is not to be understood.</summary>
    public static DateOnly? DateOf(Article article) =>
        DateOnly.TryParseExact(article.Revision.Date?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static IEnumerable<SitemapPage> InEach(IEnumerable<(LocaleTag Locale, DateOnly? Changed)> locales, Func<LocaleTag, string> to)
    {
        var all = locales.ToList();
        ImmutableArray<SitemapAlternate> alternates = [.. all.Select(l => new SitemapAlternate(l.Locale.Value, to(l.Locale)))];
        return all.Select((l, i) => new SitemapPage(alternates[i].Address, l.Changed, alternates));
    }
}
