using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>What a document of the index stands for.</summary>
/// <param name="Id">The id of the entry or article; of a section the article's and the anchor.</param>
/// <param name="Locale">The locale that the document is of.</param>
/// <param name="Entry">The entry, or null where the document is an article or section.</param>
/// <param name="Article">The article.</param>
/// <param name="Section">The section, or null where the document is none.</param>
internal sealed record IndexedThing(string Id, LocaleTag Locale, Entry? Entry, Article Article, Section? Section)
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
            var mark = entry is null ? id.IndexOf(IndexedItem.SectionMark, StringComparison.Ordinal) : -1;
            if (knowledgeBase.Articles.Find(entry?.ArticleId ?? (mark < 0 ? id : id[..mark]))?.In(locale) is { } article)
            {
                var section = mark < 0 ? null : article.Sections.FirstOrDefault(s => s.Anchor == id[(mark + 1)..]);
                return new IndexedThing(id, locale, entry, article, section);
            }
        }

        throw new InvalidDataException("The index is of other content.");
    }
}
