using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>What is indexed at once: an article, or a part of one that has so many items that their documents are not to be held together.</summary>
/// <param name="Article">The article.</param>
/// <param name="IsFirst">Whether nothing of the article comes before it.</param>
/// <param name="Items">What can be found in it.</param>
internal sealed record IndexedPart(Article Article, bool IsFirst, IEnumerable<IndexedItem> Items)
{
    private const int MostItems = 500;

    /// <summary>The parts of an article, in order.</summary>
    public static IEnumerable<IndexedPart> Of(Article article) =>
        article.Entries.Length + article.Sections.Length <= MostItems
            ? [new IndexedPart(article, IsFirst: true, IndexedItem.AllOf(article))]
            : IndexedItem.AllOf(article).Chunk(MostItems).Select((items, i) => new IndexedPart(article, IsFirst: i == 0, items));
}
