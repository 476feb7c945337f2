using KbApi.Content.Editing;
using KbApi.Content.Editing.Locales;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Editing;

public class LocaleRendererTests
{
    private const string English = """
        ---
        title: Errors of the device
        locale: en-US
        ms.date: 2026-11-23
        ---
        # Errors of the device

        Look the code up.

        ## Startup errors

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | E1001 | It does not start. | Plug it in.<br>Wait. |
        | E1002 | It stops. | Run `restart \| now`. |

        ## <a name="other"></a>Other errors

        ### E2001: It is hot

        **Cause:** The sun.

        **Resolution:**

        1. Move it.
        2. Wait.

        """;

    private const string Swedish = """
        ---
        title: Enhetens fel
        locale: sv-SE
        ---
        # Enhetens fel

        Slå upp koden.

        ## <a name="startup-errors"></a>Fel vid start

        |Kod|Symptom|Lösning|
        |-|-|-|
        |E1001|Den startar inte.|Sätt i kontakten.<br>Vänta.|

        ## <a name="other"></a>Andra fel

        ### E2001: Den är het

        **Orsak:** Solen.

        **Lösning:**

        1. Flytta den.
        2. Vänta.

        """;

    [Fact]
    public void A_translation_is_written_in_the_style_of_the_original_and_what_it_lacks_is_marked()
    {
        var knowledgeBase = Load(("en-US/device.md", English), ("sv-SE/device.md", Swedish));
        var rendered = Render(knowledgeBase, "sv-SE");
        Baseline.Verify(rendered.Text, "device.sv-SE");
        Assert.Equal(2, rendered.Untranslated);
    }

    [Fact]
    public void A_new_locale_begins_with_marked_texts_of_the_original()
    {
        var rendered = Render(Load(("en-US/device.md", English)), "de-DE");
        Baseline.Verify(rendered.Text, "device.de-DE");
        Assert.Equal(rendered.Untranslated, rendered.Text.Split("kb:untranslated").Length - 1);
    }

    [Fact]
    public void A_marked_document_has_the_entries_of_the_original()
    {
        var rendered = Render(Load(("en-US/device.md", English)), "de-DE");
        var knowledgeBase = Load(("en-US/device.md", English), ("de-DE/device.md", rendered.Text));
        var (english, german) = (Article(knowledgeBase, "en-US"), Article(knowledgeBase, "de-DE"));
        Assert.Equal(english.Entries.Select(e => (e.Id, e.Title.Text, e.Resolution?.Text)), german.Entries.Select(e => (e.Id, e.Title.Text, e.Resolution?.Text)));
        Assert.All(german.Entries, e => Assert.True(UntranslatedMark.Marks(german.Text, e.Title.Span)));
        Assert.All(english.Entries, e => Assert.False(UntranslatedMark.Marks(english.Text, e.Title.Span)));
    }

    [Fact]
    public void The_locale_of_the_template_is_the_template()
    {
        var rendered = Render(Load(("en-US/device.md", English)), "en-US");
        Assert.Equal((English, 0), (rendered.Text, rendered.Untranslated));
    }

    [Theory]
    [InlineData("en-US/a/b.md", "sv-SE/a/b.md")]
    [InlineData("docs.en-US/b.md", "docs.sv-SE/b.md")]
    [InlineData("a/b.en-US.md", "a/b.sv-SE.md")]
    [InlineData("a/b.md", "a/b.sv-SE.md")]
    public void A_document_stands_beside_the_original(string path, string expected) =>
        Assert.Equal(expected, LocalePath.Of(path, LocaleTag.Parse("en-US"), LocaleTag.Parse("sv-SE")));

    [Theory]
    [InlineData("Restart it", true)]
    [InlineData("E1001 `restart now`", false)]
    [InlineData("TenantSSPRFlagDisabled = 9", false)]
    [InlineData("窗口", true)]
    [InlineData("0x80230619", false)]
    public void What_only_machines_read_is_not_translated(string text, bool hasWords) => Assert.Equal(hasWords, WordText.HasWords(text));

    private static RenderedLocale Render(KnowledgeBase knowledgeBase, string locale) => new LocaleRenderer().Render(
        Article(knowledgeBase, "en-US"), LocaleTag.Parse(locale), knowledgeBase.Articles.Find("device")!.In(LocaleTag.Parse(locale)));

    private static Article Article(KnowledgeBase knowledgeBase, string locale) => knowledgeBase.Articles.Find("device")!.In(LocaleTag.Parse(locale))!;

    private static KnowledgeBase Load(params (string Path, string Text)[] files) =>
        new KnowledgeBaseLoader().Load([.. files.Select(f => ContentFile.InMemory(f.Path, System.Text.Encoding.UTF8.GetBytes(f.Text)))]);
}
