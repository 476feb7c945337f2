using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Alignment;

/// <summary>Tables whose headers no lexicon knows are read as the same table in the default locale.</summary>
public sealed class TableBorrowingTests
{
    private const string Original = "# Errors\n\n| Setting | Value |\n|---|---|\n| a | 1 |\n\n| Error | Solution |\n|---|---|\n| It stays dark | Plug it in. |\n";

    // Icelandic, which no lexicon knows.
    private const string Translation = "# Villur\n\n| Stilling | Gildi |\n|---|---|\n| a | 1 |\n\n| Villa | Lausn |\n|---|---|\n| \u00DEa\u00F0 er dimmt | Stinga \u00ED samband. |\n";

    [Fact]
    public void An_unknown_header_means_what_the_header_at_its_place_means()
    {
        Assert.Empty(Documents.Load(("is-IS/a.md", Translation)).Entries.Items);

        var knowledge = Documents.Load(("en-US/a.md", Original), ("is-IS/a.md", Translation));
        var entry = Assert.Single(knowledge.Entries.Items);
        var translated = entry.Variants.Single(v => v.Locale.Value == "is-IS");
        Assert.Equal(("\u00DEa\u00F0 er dimmt", "Stinga \u00ED samband.", 9), (translated.Title.Text, translated.Resolution?.Text, translated.StartLine));
        Assert.Equal(entry.Id, translated.Id);
    }

    [Fact]
    public void Only_the_table_that_lists_problems_there_does_here()
    {
        var knowledge = Documents.Load(("en-US/a.md", Original), ("is-IS/a.md", Translation));

        Assert.Equal([9], knowledge.Articles.Items.SelectMany(a => a.Variants).Single(a => a.Locale.Value == "is-IS").Entries.Select(e => e.StartLine));
    }

    [Fact]
    public void Where_one_has_more_tables_sections_tell_the_place()
    {
        var original = "# A\n\n## <a name=\"s\"></a>S\n\n" + Original[10..] + "\n## <a name=\"t\"></a>T\n\n| Port | Use |\n|---|---|\n| 1 | x |\n";
        var translation = "# A\n\n## <a name=\"s\"></a>S\n\n" + Translation[10..];
        var knowledge = Documents.Load(("en-US/a.md", original), ("is-IS/a.md", translation));

        Assert.Contains(Assert.Single(knowledge.Entries.Items).Variants, v => v.Title.Text == "\u00DEa\u00F0 er dimmt");
    }

    [Theory]
    [InlineData("| Villa | Lausn | Meira |\n|---|---|---|\n| \u00DEa\u00F0 er dimmt | Stinga \u00ED samband. | x |\n")]
    [InlineData("| Setting | Value |\n|---|---|\n| \u00DEa\u00F0 er dimmt | 12 |\n")]
    public void A_table_of_another_form_or_with_a_known_header_borrows_nothing(string table)
    {
        var translation = Translation[..Translation.IndexOf("| Villa", StringComparison.Ordinal)] + table;
        var knowledge = Documents.Load(("en-US/a.md", Original), ("is-IS/a.md", translation));

        Assert.DoesNotContain(knowledge.Entries.Items.SelectMany(e => e.Variants), v => v.Locale.Value == "is-IS");
    }
}
