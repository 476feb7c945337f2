using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Search.Indexing;

namespace KbApi.Search.Ranking;

/// <summary>Counts what hits are.</summary>
internal static class FacetCounter
{
    private const int MaxValues = 50;

    public static ImmutableArray<SearchFacet> Count(IEnumerable<Entry> entries)
    {
        var all = entries.ToList();
        return
        [
            Facet("article", all.Select(e => e.ArticleId)),
            Facet("section", all.Select(e => e.Section)),
            Facet("source", all.Select(e => e.Source)),
            Facet("severity", all.Select(Facts.SeverityOf)),
            Facet("scheme", all.SelectMany(e => e.Codes.Select(c => c.Code.Scheme).Distinct(StringComparer.Ordinal))),
        ];
    }

    private static SearchFacet Facet(string name, IEnumerable<string?> values) => new(name, [.. values
        .OfType<string>()
        .CountBy(v => v, StringComparer.Ordinal)
        .OrderByDescending(v => v.Value)
        .ThenBy(v => v.Key, StringComparer.Ordinal)
        .Take(MaxValues)
        .Select(v => new SearchFacetValue(v.Key, v.Value))]);
}
