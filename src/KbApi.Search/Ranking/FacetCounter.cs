using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Search.Indexing;

namespace KbApi.Search.Ranking;

/// <summary>Counts what hits are. A search that finds much counts thousands, so that it is one pass.</summary>
internal static class FacetCounter
{
    private const int MaxValues = 50;

    public static ImmutableArray<SearchFacet> Count(IEnumerable<Entry> entries)
    {
        var (articles, sections, sources, severities, schemes) = (new Tally(), new Tally(), new Tally(), new Tally(), new Tally());
        foreach (var entry in entries)
        {
            articles.Add(entry.ArticleId);
            sections.Add(entry.Section);
            sources.Add(entry.Source);
            severities.Add(Facts.SeverityOf(entry));
            AddSchemes(schemes, entry);
        }

        return [articles.ToFacet("article"), sections.ToFacet("section"), sources.ToFacet("source"), severities.ToFacet("severity"), schemes.ToFacet("scheme")];
    }

    /// <summary>Each scheme once, however many of an entry's codes are of it.</summary>
    private static void AddSchemes(Tally schemes, Entry entry)
    {
        if (entry.Codes is [var only])
        {
            schemes.Add(only.Code.Scheme);
            return;
        }

        foreach (var scheme in entry.Codes.Select(c => c.Code.Scheme).Distinct(StringComparer.Ordinal))
        {
            schemes.Add(scheme);
        }
    }

    /// <summary>How often values came. Neighbours often have the same one, which needs no looking up.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private string? _last;
        private int _run;

        public void Add(string? value)
        {
            if (value is null)
            {
                return;
            }

            if (!ReferenceEquals(value, _last))
            {
                EndRun();
                _last = value;
            }

            _run++;
        }

        public SearchFacet ToFacet(string name)
        {
            EndRun();
            return new SearchFacet(name, [.. _counts
                .OrderByDescending(v => v.Value)
                .ThenBy(v => v.Key, StringComparer.Ordinal)
                .Take(MaxValues)
                .Select(v => new SearchFacetValue(v.Key, v.Value))]);
        }

        private void EndRun()
        {
            if (_last is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, _last, out _) += _run;
                _run = 0;
            }
        }
    }
}
