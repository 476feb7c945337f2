using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>Where some entries stand in the order of the documents.</summary>
internal static class EntryPlaces
{
    /// <summary>The places, to be compared; null where an entry is in none of the articles that have its id and locale.</summary>
    /// <param name="entries">Some entries, the very objects.</param>
    /// <param name="articles">All articles, in order.</param>
    public static Dictionary<Entry, (int Article, int Entry)>? Of(IEnumerable<Entry> entries, ImmutableArray<Article> articles)
    {
        var wanted = new HashSet<Entry>(entries, ReferenceEqualityComparer.Instance);
        var names = wanted.Select(e => (e.ArticleId, e.Locale)).ToHashSet();
        var places = new Dictionary<Entry, (int, int)>(wanted.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < articles.Length; i++)
        {
            if (names.Contains((articles[i].Id, articles[i].Locale)))
            {
                for (var j = 0; j < articles[i].Entries.Length; j++)
                {
                    if (wanted.Contains(articles[i].Entries[j]))
                    {
                        places[articles[i].Entries[j]] = (i, j);
                    }
                }
            }
        }

        return places.Count == wanted.Count ? places : null;
    }
}
