using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>What a document of the index stands for.</summary>
/// <param name="Id">The id of the entry or article.</param>
/// <param name="Locale">The locale that the document is of.</param>
/// <param name="Entry">The entry, or null where the document is an article.</param>
/// <param name="Article">The article.</param>
internal sealed record IndexedThing(string Id, LocaleTag Locale, Entry? Entry, Article Article)
{
    /// <summary>Finds what an id and locale of the index stand for.</summary>
    /// <exception cref="InvalidDataException">There is no such thing: the index is of other content.</exception>
    public static IndexedThing Find(KnowledgeBase knowledgeBase, string idAndLocale)
    {
        var cut = idAndLocale.IndexOf('\n', StringComparison.Ordinal);
        if (cut > 0 && LocaleTag.TryParse(idAndLocale[(cut + 1)..], out var locale))
        {
            var id = idAndLocale[..cut];
            var entry = knowledgeBase.Entries.Find(id)?.In(locale);
            if (knowledgeBase.Articles.Find(entry?.ArticleId ?? id)?.In(locale) is { } article)
            {
                return new IndexedThing(id, locale, entry, article);
            }
        }

        throw new InvalidDataException("The index is of other content.");
    }
}
