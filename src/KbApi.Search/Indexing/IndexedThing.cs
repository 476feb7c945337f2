using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>
/// What a document of the index stands for. Of content in memory that is known from the beginning; of a pack it is read when it is asked for,
/// and not held.
/// </summary>
internal sealed class IndexedThing
{
    private readonly KnowledgeBase? _stored;
    private readonly Parts _parts;
    private volatile Kind _kind;

    /// <param name="id">The id of the entry or article; of a section the article's and the anchor.</param>
    /// <param name="locale">The locale that the document is of.</param>
    /// <param name="entry">The entry, or null where the document is an article or section.</param>
    /// <param name="article">The article.</param>
    /// <param name="section">The section, or null where the document is none.</param>
    public IndexedThing(string id, LocaleTag locale, Entry? entry, Article article, Section? section)
    {
        (Id, Locale, _parts) = (id, locale, new Parts(entry, article, section));
        _kind = entry is null ? Kind.Other : Kind.Entry;
    }

    private IndexedThing(string id, LocaleTag locale, KnowledgeBase stored) => (Id, Locale, _stored) = (id, locale, stored);

    /// <summary>The id of the entry or article; of a section the article's and the anchor.</summary>
    public string Id { get; }

    /// <summary>The locale that the document is of.</summary>
    public LocaleTag Locale { get; }

    /// <summary>Whether it is an entry.</summary>
    public bool IsEntry
    {
        get
        {
            if (_kind == Kind.Unknown)
            {
                _kind = _stored!.Entries.Find(Id)?.Locales.Contains(Locale) == true ? Kind.Entry : Kind.Other;
            }

            return _kind == Kind.Entry;
        }
    }

    /// <summary>The entry, or null where the document is an article or section.</summary>
    public Entry? Entry => _stored is null ? _parts.Entry : IsEntry ? _stored.Entries.Find(Id)?.In(Locale) : null;

    /// <summary>The article.</summary>
    public Article Article => _stored is null ? _parts.Article : Find(_stored, Id, Locale).Article;

    /// <summary>The section, or null where the document is none.</summary>
    public Section? Section => _stored is null ? _parts.Section : IsEntry ? null : Find(_stored, Id, Locale).Section;

    /// <summary>What an id and locale of the index stand for.</summary>
    /// <exception cref="InvalidDataException">There is no such thing: the index is of other content.</exception>
    public static IndexedThing Of(KnowledgeBase knowledgeBase, string idAndLocale)
    {
        var cut = idAndLocale.IndexOf('\n', StringComparison.Ordinal);
        if (cut <= 0 || !LocaleTag.TryParse(idAndLocale[(cut + 1)..], out var locale))
        {
            throw OfOtherContent();
        }

        var id = idAndLocale[..cut];
        if (knowledgeBase.IsStored)
        {
            return new IndexedThing(id, locale, knowledgeBase);
        }

        var (entry, article, section) = Find(knowledgeBase, id, locale);
        return new IndexedThing(id, locale, entry, article, section);
    }

    private static Parts Find(KnowledgeBase knowledgeBase, string id, LocaleTag locale)
    {
        var entry = knowledgeBase.Entries.Find(id)?.In(locale);
        var mark = entry is null ? id.IndexOf(IndexedItem.SectionMark, StringComparison.Ordinal) : -1;
        var article = knowledgeBase.Articles.Find(entry?.ArticleId ?? (mark < 0 ? id : id[..mark]))?.In(locale) ?? throw OfOtherContent();
        return new Parts(entry, article, mark < 0 ? null : article.Sections.FirstOrDefault(s => s.Anchor == id[(mark + 1)..]));
    }

    private static InvalidDataException OfOtherContent() => new("The index is of other content.");

    private enum Kind
    {
        Unknown,
        Entry,
        Other,
    }

    private readonly record struct Parts(Entry? Entry, Article Article, Section? Section);
}
