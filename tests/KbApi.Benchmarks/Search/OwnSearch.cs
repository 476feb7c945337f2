using KbApi.Content.Model;
using KbApi.Search;

namespace KbApi.Benchmarks.Search;

/// <summary>Our own search as the contests ask it.</summary>
/// <param name="index">The index.</param>
internal sealed class OwnSearch(SearchIndex index)
{
    private const int Limit = 10;

    private static readonly LocaleTag English = LocaleTag.Parse("en-US");

    /// <summary>Takes words as they are.</summary>
    public Engine Finished => new("KbApi.Search", words => Find(words, isUnfinished: false));

    /// <summary>Takes the last word for the beginning of one.</summary>
    public Engine Typed => new("KbApi.Search", words => Find(words, isUnfinished: true));

    public List<string> Find(string[] words, bool isUnfinished) => [.. index.Search(new SearchRequest
    {
        Query = string.Join(' ', words),
        Locale = English,
        Limit = Limit,
        IsUnfinished = isUnfinished,
        HasHighlights = false,
    }).Hits.Select(h => h.Id)];
}
