using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>Thousands of real documents of other shapes, products and languages: none stops the reader, and every place is right.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<KnowledgeBase> Corpus = new(() => new KnowledgeBaseLoader().Load(Repository.Corpus));

    private static IEnumerable<Article> Articles => Corpus.Value.Articles.Items.SelectMany(a => a.Variants);

    [CorpusFact]
    public void Every_document_is_read()
    {
        var documents = ContentDirectory.Find([Repository.Corpus]);

        Assert.True(documents.Count > 5700, $"only {documents.Count} documents");
        Assert.Equal(documents.Count, Articles.Count());
        Assert.All(Corpus.Value.Diagnostics, d => Assert.Equal("KB1017", d.Id));
    }

    [CorpusFact]
    public void Every_place_is_that_of_its_text() => AssertNone(SpanChecker.Check);

    [CorpusFact]
    public void Every_reference_leads_somewhere() => AssertNone(ReferenceChecker.Check);

    [CorpusFact]
    public void The_articles_of_a_locale_are_read_in_its_words()
    {
        var locales = Articles.CountBy(a => a.Locale.Value).ToDictionary();

        Assert.All(["sv-SE", "de-DE", "ja-JP", "fr-FR", "ko-KR", "en-US"], l => Assert.True(locales[l] > 100, l));
        Assert.Equal(Corpus.Value.Locales.Length, locales.Count);
    }

    private static void AssertNone(Func<Article, IReadOnlyList<string>> check) =>
        Problems.AssertNone(Articles.AsParallel().SelectMany(a => check(a).Select(p => $"{a.Text.Path}: {p}")).Order(StringComparer.Ordinal));
}
