using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests.Queries;

/// <summary>A query in one language finds what is written in another.</summary>
public sealed class LocaleSearchTests(ContentIndex content) : IClassFixture<ContentIndex>
{
    [Theory]
    [InlineData("sv-SE", "postlådan är full")]
    [InlineData("de-DE", "Postfach voll")]
    [InlineData("fr-FR", "boîte aux lettres plein")]
    [InlineData("fi-FI", "postilaatikko täynnä")]
    [InlineData("ja-JP", "メールボックス いっぱい")]
    [InlineData("ru-RU", "почтовый ящик заполнен")]
    public void By_what_help_desks_talk_about(string locale, string query)
    {
        using var index = Indexes.OfRows(
            "en-US",
            "The mailbox is full | Too many messages. | Delete some.",
            "The printer is offline | The cable is loose. | Attach it.");

        Assert.Equal(["The mailbox is full"], index.Titles(query, locale));
    }

    [Fact]
    public void By_words_that_stand_together_in_aligned_entries()
    {
        var english = Enumerable.Range(1, 4).Select(i => $"E{i:D4} frobnicator {new string((char)('a' + i), 5)} | x | y").ToArray();
        var swedish = Enumerable.Range(1, 4).Select(i => $"E{i:D4} krumelur {new string((char)('a' + i), 5)} | x | y").ToArray();
        using var index = SearchIndex.Build(Indexes.Load(
            Indexes.Table("en-US/errors.md", english),
            Indexes.Table("sv-SE/errors.md", swedish),
            ("en-US/only.md", "# Frobnicator overheats\n\n## Cause\n\nIt has run too long.\n\n## Resolution\n\nTurn it off.\n")));

        Assert.Contains("Frobnicator overheats", index.Titles("krumelur", "sv-SE"));
    }

    [Fact]
    public void The_answer_is_in_the_language_asked_for()
    {
        var hit = content.Index.Find("password writeback", "sv-SE").Hits[0];

        Assert.Equal("sv-SE", hit.Article.Locale.Value);
        Assert.Equal("sv-SE", hit.Entry!.Locale.Value);
    }

    [Fact]
    public void An_entry_is_one_hit_however_many_locales_it_has()
    {
        var ids = content.Index.Find("SSPR", "sv-SE").Hits.Select(h => h.Id).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }
}
