using System.Text;
using KbApi.Content.Editing.Scaffolding;
using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Editing;

public class EntryScaffolderTests
{
    private const string English = "# Errors\n\n## Start\n\n| Code | Symptom | Resolution |\n| --- | --- | --- |\n| E1001 | It does not start. | Plug it in. |\n| E1002 | It stops. | Restart it.\n\nMore.\n";

    private const string Swedish = "# Fel\r\n\r\n## <a name=\"start\"></a>Start\r\n\r\n|Kod|Symptom|L\u00F6sning|\r\n|-|-|-|\r\n|E1001|Den startar inte.|S\u00E4tt i kontakten.|\r\n|E1002|Den stannar.|Starta om.|";

    [Fact]
    public void A_row_is_put_behind_the_last_one_in_every_locale()
    {
        var result = Scaffold(new NewEntry("a", "start", "It is | hot.") { Code = "E1003" });
        Assert.Null(result.Problem);
        Assert.Equal(
            [
                English.Replace("Restart it.\n", "Restart it.\n| E1003 | It is \\| hot. | <!-- kb:untranslated --> |\n", StringComparison.Ordinal),
                Swedish + "\r\n| E1003 | It is \\| hot. <!-- kb:untranslated --> | <!-- kb:untranslated --> |",
            ],
            result.Files.Select(f => Encoding.UTF8.GetString(f.After.Span)));
    }

    [Fact]
    public void A_section_is_put_behind_the_last_one()
    {
        const string Article = "# Errors\n\n## Known errors\n\n### E1001: It stops\n\n#### Cause\n\nAge.\n\n#### Resolution\n\nRestart it.\n";
        var result = new EntryScaffolder([ContentFile.InMemory("a.md", Encoding.UTF8.GetBytes(Article))], new KnowledgeBaseLoader())
            .Scaffold(new NewEntry("a", "known-errors", "It is hot") { Code = "E1002" });
        Assert.Null(result.Problem);
        Assert.Equal(
            Article.TrimEnd() + "\n\n### E1002: It is hot\n\n#### Cause\n\n\u2026 <!-- kb:untranslated -->\n\n#### Resolution\n\n\u2026 <!-- kb:untranslated -->\n",
            Encoding.UTF8.GetString(result.Files[0].After.Span));
    }

    [Theory]
    [InlineData("b", "start", ScaffoldProblem.NoArticle, "b")]
    [InlineData("a", "end", ScaffoldProblem.NoSection, "en-US,end")]
    public void What_is_not_there_is_named(string article, string section, ScaffoldProblem problem, string arguments)
    {
        var result = Scaffold(new NewEntry(article, section, "It is hot."));
        Assert.Equal((problem, arguments), (result.Problem!.Value, string.Join(',', result.Arguments)));
        Assert.Empty(result.Files);
    }

    private static ScaffoldResult Scaffold(NewEntry entry) => new EntryScaffolder(
        [ContentFile.InMemory("en-US/a.md", Encoding.UTF8.GetBytes(English)), ContentFile.InMemory("sv-SE/a.md", Encoding.UTF8.GetBytes(Swedish))], new KnowledgeBaseLoader()).Scaffold(entry);
}
