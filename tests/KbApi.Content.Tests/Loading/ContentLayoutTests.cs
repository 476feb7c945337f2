using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Loading;

public sealed class ContentLayoutTests
{
    [Theory]
    [InlineData("sv-SE/sspr.md", "sspr", "sv-SE")]
    [InlineData("sv/sspr.md", "sspr", "sv")]
    [InlineData("docs/sv-se/how to/SSPR.md", "docs/how-to/sspr", "sv-SE")]
    [InlineData("azure-docs.sv-SE/a/b.md", "azure-docs/a/b", "sv-SE")]
    [InlineData("docs.en/a.md", "docs/a", "en")]
    [InlineData("sspr.sv-SE.md", "sspr", "sv-SE")]
    [InlineData("sspr.sv.markdown", "sspr", "sv")]
    [InlineData("a/sspr.es-419.md", "a/sspr", "es-419")]
    [InlineData("en-US/sspr.sv-SE.md", "sspr", "sv-SE")]
    [InlineData("sspr.md", "sspr", null)]
    [InlineData("v1.2/release.notes.md", "v1.2/release.notes", null)]
    [InlineData("en.md", "en", null)]
    [InlineData("sv-SE.md", "sv-se", null)]
    [InlineData("docs/is/a.md", "docs/is/a", null)]
    [InlineData("az-104/a.md", "az-104/a", null)]
    [InlineData("exams.ms-900/a.md", "exams.ms-900/a", null)]
    [InlineData("go/a.md", "go/a", null)]
    [InlineData("hello.world.md", "hello.world", null)]
    public void The_path_tells_the_locale_and_the_shared_id(string path, string id, string? locale)
    {
        var layout = ContentLayout.Of(ContentFile.InMemory(path, []));

        Assert.Equal((id, locale), (layout.ArticleId, layout.Locale?.Value));
    }

    [Theory]
    [InlineData("/kb/sv-SE/docs/sspr.md", "sspr.md", "sv-SE")]
    [InlineData("../azure-docs.sv-SE/sspr.md", "sspr.md", "sv-SE")]
    [InlineData("/en-US/docs.sv-SE/x/sspr.md", "x/sspr.md", "sv-SE")]
    [InlineData("/sv-SE/sspr.en-US.md", "sspr.en-US.md", "en-US")]
    [InlineData("/home/sv/sspr.md", "sspr.md", null)]
    public void A_locale_above_the_root_counts_where_the_path_below_names_none(string path, string relativePath, string? locale)
    {
        var layout = ContentLayout.Of(new ContentFile(path, relativePath, "", 0, () => []));

        Assert.Equal(locale, layout.Locale?.Value);
        Assert.EndsWith("sspr", layout.ArticleId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schemes.yaml", true)]
    [InlineData("a/schemes.yaml", true)]
    [InlineData("lexicons/sv.yaml", true)]
    [InlineData("a/lexicons/x.yaml", true)]
    [InlineData("sv.yaml", false)]
    [InlineData("lexicons/sv.yml", false)]
    [InlineData("lexicons/a/sv.yaml", false)]
    [InlineData("schemes.md", false)]
    public void Some_files_configure_the_reader(string path, bool isConfiguration) => Assert.Equal(isConfiguration, ContentLayout.IsConfiguration(path));
}
