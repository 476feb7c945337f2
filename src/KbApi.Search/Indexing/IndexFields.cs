using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace KbApi.Search.Indexing;

/// <summary>The fields of the index.</summary>
internal static class IndexFields
{
    /// <summary>All words, weighed by where they stand.</summary>
    public const string Text = "text";

    /// <summary>The words of names and messages.</summary>
    public const string Name = "name";

    /// <summary>The codes that the entry is about.</summary>
    public const string Code = "code";

    /// <summary>The codes that it mentions.</summary>
    public const string Mention = "mention";

    /// <summary>Id and locale, as a doc value.</summary>
    public const string Id = "id";

    /// <summary>Article and locale: what is replaced when an article changes.</summary>
    public const string ArticleKey = "key";

    /// <summary>The article's id, to narrow by.</summary>
    public const string Article = "article";

    /// <summary>The section's anchor, to narrow by.</summary>
    public const string Section = "section";

    /// <summary>The source, in lower case, to narrow by.</summary>
    public const string Source = "source";

    /// <summary>The severity, in lower case, to narrow by.</summary>
    public const string Severity = "severity";

    /// <summary>The schemes of the codes, to narrow by.</summary>
    public const string Scheme = "scheme";

    private const string WordsPrefix = "word.";

    /// <summary>Words as terms with positions.</summary>
    public static readonly FieldType Words = Freeze(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);

    /// <summary>Words of which only matters that they occur.</summary>
    public static readonly FieldType Vocabulary = Freeze(IndexOptions.DOCS_ONLY, omitNorms: true);

    /// <summary>The unstemmed words of a language.</summary>
    public static string WordsOf(string language) => WordsPrefix + language;

    /// <summary>The value of <see cref="ArticleKey"/>.</summary>
    public static string KeyOf(Content.Model.Article article) => article.Id + "\n" + article.Locale.Value;

    private static FieldType Freeze(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = omitNorms };
        type.Freeze();
        return type;
    }
}
