using KbApi.Content.Model;

namespace KbApi.Server.Sitemaps;

/// <summary>Where pages are, as absolute addresses.</summary>
/// <param name="Fixed">The pages that every site has, in a locale.</param>
/// <param name="ToArticle">The page of an article by its id.</param>
/// <param name="ToEntry">The page of an entry by its id.</param>
internal sealed record SitemapLinks(Func<LocaleTag, string[]> Fixed, Func<LocaleTag, string, string> ToArticle, Func<LocaleTag, string, string> ToEntry);
