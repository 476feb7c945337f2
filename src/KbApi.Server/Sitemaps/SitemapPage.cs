using System.Collections.Immutable;

namespace KbApi.Server.Sitemaps;

/// <summary>A page as crawlers are told of it.</summary>
/// <param name="Address">Its absolute address.</param>
/// <param name="Changed">The date that its article gives itself, or null where that is not known.</param>
/// <param name="Alternates">The same page in each locale that it exists in, itself among them.</param>
internal sealed record SitemapPage(string Address, DateOnly? Changed, ImmutableArray<SitemapAlternate> Alternates);

/// <summary>A page in one of its locales.</summary>
/// <param name="Locale">The locale.</param>
/// <param name="Address">The absolute address.</param>
internal sealed record SitemapAlternate(string Locale, string Address);
