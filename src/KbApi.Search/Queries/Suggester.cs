using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Search.Spelling;

namespace KbApi.Search.Queries;

/// <summary>Completes the word being typed with the commonest words that begin so. Numbers and codes are never completed.</summary>
internal static class Suggester
{
    private const int ShortestPrefix = 2;
    private const int MaxWords = 4;

    /// <summary>The query with its last word completed, the commonest completion first.</summary>
    public static IEnumerable<string> Complete(string query, IEnumerable<Vocabulary> vocabularies)
    {
        var start = query.Length;
        while (start > 0 && char.IsLetter(query[start - 1]))
        {
            start--;
        }

        var prefix = query[start..].ToLowerInvariant();
        if (prefix.Length < ShortestPrefix || (start > 0 && !char.IsWhiteSpace(query[start - 1])))
        {
            return [];
        }

        return vocabularies
            .SelectMany(v => v.Beginning(prefix, MaxWords))
            .Where(w => w.Text.Length > prefix.Length && w.Text.All(char.IsLetter))
            .Select(w => query[..start] + w.Text)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxWords);
    }

    /// <summary>Titles of the best hits, those that begin with what was typed first.</summary>
    public static IEnumerable<SearchSuggestion> Titles(string query, ImmutableArray<SearchHit> hits) => hits
        .Select(h => new SearchSuggestion(FirstLine(h.Title), h.Id))
        .DistinctBy(s => s.Text)
        .OrderByDescending(s => s.Text.StartsWith(query.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string FirstLine(Prose title) => title.Text.Split('\n')[0].Trim();
}
