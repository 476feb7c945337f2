using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Model;

public sealed class KnowledgeBaseTests
{
    private static readonly KnowledgeBase Knowledge = Documents.Load(
        ("sv-SE/b.md", "# B p\u00E5 svenska\n"),
        ("en-US/b.md", "# B\n\n## Restart\n\n1. Stop it.\n2. Start it.\n"),
        ("de-DE/a.md", "# A\n"),
        ("plain.md", "Text.\n"));

    [Fact]
    public void Articles_of_the_default_locale_come_first_each_with_its_variants() => Assert.Equal(
        ["b: en-US sv-SE", "plain: en-US", "a: de-DE"],
        Knowledge.Articles.Items.Select(a => $"{a.Id}: {string.Join(' ', a.Variants.Select(v => v.Locale))}"));

    [Fact]
    public void Locales_and_the_default_are_known()
    {
        Assert.Equal(["de-DE", "en-US", "sv-SE"], Knowledge.Locales.Select(l => l.Value));
        Assert.Equal(Documents.English, Knowledge.DefaultLocale);
        Assert.Equal(["sv-SE", "en-US", "de-DE"], Knowledge.ChainFor(LocaleTag.Parse("sv-FI")).Select(l => l.Value));
    }

    [Fact]
    public void A_thing_is_found_by_id_and_in_the_first_locale_that_has_it()
    {
        var article = Knowledge.Articles.Find("B")!;

        Assert.Equal("B p\u00E5 svenska", article.InFirstOf(Knowledge.ChainFor(LocaleTag.Parse("sv")))!.Title.Text);
        Assert.Equal("B", article.InFirstOf(Knowledge.ChainFor(LocaleTag.Parse("ja")))!.Title.Text);
        Assert.Null(article.In(LocaleTag.Parse("de-DE")));
        Assert.Null(Knowledge.Articles.Find("none"));
        Assert.Equal("b/restart", Assert.Single(Knowledge.Procedures.Items).Id);
    }

    [Fact]
    public void A_document_without_a_heading_is_called_by_its_file() => Assert.Equal("plain", Knowledge.Articles.Find("plain")!.Variants[0].Title.Text);

    [Fact]
    public void Errors_are_told_from_warnings()
    {
        Assert.False(Knowledge.HasErrors);
        Assert.False(Documents.Load(("a.md", "---\na: [\n---\n# A\n")).HasErrors);
        Assert.True(new KnowledgeBaseLoader().Load([ContentFile.InMemory("a.md", [])]).HasErrors);
    }

    [Fact]
    public void Anchors_of_two_locales_that_differ_in_case_are_one_procedure()
    {
        var knowledge = Documents.Load(
            ("en-US/a.md", "## <a name=\"Restart\"></a>Restart\n\n1. Stop it.\n2. Start it.\n"),
            ("sv-SE/a.md", "## <a name=\"restart\"></a>Starta om\n\n1. Stoppa den.\n2. Starta den.\n"));

        Assert.Equal(2, Assert.Single(knowledge.Procedures.Items).Variants.Length);
    }
}
