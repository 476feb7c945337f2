using System.Text.RegularExpressions;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Alignment;

/// <summary>Entries without anchor or code have the ids of the default locale in every other.</summary>
public sealed partial class LocaleAlignmentTests
{
    private const string CodeHead = "| Name | Error code | Solution |\n|---|---|---|\n";
    private const string Head = "| Error | Solution |\n|---|---|\n";

    [Fact]
    public void Without_its_row_anchors_the_content_aligns_all_the_same()
    {
        var english = RowAnchor.Replace(ContentKnowledge.English.Text.Content, "| ");
        var swedish = RowAnchor.Replace(ContentKnowledge.Swedish.Text.Content, "| ");
        var schemes = File.ReadAllText(Path.Combine(Repository.Content, "schemes.yaml"));

        var knowledge = Documents.Load(("schemes.yaml", schemes), ("en-US/sspr.md", english), ("sv-SE/sspr.md", swedish));

        Assert.Equal(ContentKnowledge.English.Entries.Count(e => e.Anchor is not null), RowAnchor.Count(ContentKnowledge.English.Text.Content));
        Assert.All(knowledge.Entries.Items, e => Assert.Equal(["en-US", "sv-SE"], e.Variants.Select(v => v.Locale.Value)));
        Assert.Equal(
            knowledge.Articles.Find("sspr")!.In(Documents.English)!.Entries.Select(e => e.Id),
            knowledge.Articles.Find("sspr")!.In(Documents.Swedish)!.Entries.Select(e => e.Id));
        Assert.Empty(knowledge.Articles.Items[0].Variants.SelectMany(ReferenceChecker.Check));
        Assert.Contains("sspr/a-particular-configuration-option-is-not-shown", knowledge.Entries.Items.Select(e => e.Id));
    }

    [Fact]
    public void Rows_pair_in_order_where_a_section_has_as_many() =>
        Assert.Equal(["a/it-fails: Det faller", "a/it-stops: Det stannar"], Pairs("| It fails | x |\n| It stops | x |\n", "| Det faller | x |\n| Det stannar | x |\n"));

    [Fact]
    public void Where_a_section_has_as_many_the_order_goes_before_what_rows_say() =>
        Assert.Equal(["a/first: Ett", "a/second: Tv\u00E5"], Pairs("| First | See 1001. |\n| Second | See 1002. |\n", "| Ett | Se 1002. |\n| Tv\u00E5 | Se 1001. |\n"));

    [Fact]
    public void A_row_more_or_less_does_not_shift_the_others() => Assert.Equal(
        ["a/first: -", "a/second: Andra", "a/third: Tredje"],
        Pairs(
            "| First | See 1001. |\n| Second | See [x](http://a.b/2) and ADSync. |\n| Third | Wait 30 minutes. |\n",
            "| Andra | Se [x](http://a.b/2) och ADSync. |\n| Tredje | V\u00E4nta 30 minuter. |\n"));

    [Fact]
    public void Codes_go_before_the_order() => Assert.Equal(
        ["a/0x80070005: Nekad 0x80070005", "a/0x80070006: Fel 0x80070006"],
        Pairs("| Denied 0x80070005 | x |\n| Bad 0x80070006 | x |\n", "| Fel 0x80070006 | x |\n| Nekad 0x80070005 | x |\n"));

    [Fact]
    public void Rows_with_several_codes_and_none_in_common_are_no_pair_wherever_they_stand() => Assert.Equal(
        ["a/0x80070005: -", "a/0x80070006: -"],
        Documents.Load(
            ("en-US/a.md", CodeHead + "| LampFailedToStart | 0x80070005 | Buy one. |\n"), ("sv-SE/a.md", CodeHead + "| HornFailedToStart | 0x80070006 | K\u00F6p en. |\n"))
            .Entries.Items.Select(e => $"{e.Id}: {(e.Variants.Length == 2 ? "both" : "-")}"));

    [Fact]
    public void Headings_that_were_reworded_pair_by_the_words_of_their_anchors()
    {
        var knowledge = Documents.Load(
            ("en-US/a.md", $"# A\n\n## <a name=\"fix-the-gate-errors\"></a>Fix\n\n{Head}| It fails | x |\n\n## <a name=\"mend-the-lamp\"></a>Mend\n\n{Head}| It stops | x |\n"),
            ("sv-SE/a.md", $"# A\n\n## <a name=\"new-things\"></a>Nytt\n\n{Head}| Nytt fel | x |\n\n## <a name=\"fix-gate-errors\"></a>Laga\n\n{Head}| Det faller | x |\n\n## <a name=\"mend-your-lamp\"></a>Byt\n\n{Head}| Det stannar | x |\n"));

        Assert.Equal(["a/nytt-fel", "a/it-fails", "a/it-stops"], knowledge.Articles.Find("a")!.In(Documents.Swedish)!.Entries.Select(e => e.Id));
    }

    [Fact]
    public void Entries_of_two_revisions_pair_by_code_across_sections()
    {
        var knowledge = Documents.Load(
            ("en-US/a.md", $"# A\n\n## <a name=\"one\"></a>One\n\n{Head}| Denied 0x80070005 | x |\n"),
            ("sv-SE/a.md", $"# A\n\n## <a name=\"one\"></a>Ett\n\n{Head}| Det faller | x |\n\n## <a name=\"two\"></a>Tv\u00E5\n\n{Head}| Nekad 0x80070005 | x |\n"));

        Assert.Equal(["a/det-faller", "a/0x80070005"], knowledge.Articles.Find("a")!.In(Documents.Swedish)!.Entries.Select(e => e.Id));
    }

    [Fact]
    public void Sections_pair_by_anchor_in_any_case_and_else_by_order()
    {
        var knowledge = Documents.Load(
            ("en-US/a.md", $"# A\n\n## <a name=\"One\"></a>First\n\n{Head}| It fails | x |\n\n## Second\n\n{Head}| It stops | x |\n"),
            ("sv-SE/a.md", $"# A\n\n## <a name=\"one\"></a>F\u00F6rsta\n\n{Head}| Det faller | x |\n\n## Andra\n\n{Head}| Det stannar | x |\n"));

        Assert.Equal(["a/it-fails", "a/it-stops"], knowledge.Articles.Find("a")!.In(Documents.Swedish)!.Entries.Select(e => e.Id));
    }

    [Fact]
    public void All_that_refers_to_a_renamed_entry_follows()
    {
        var knowledge = Documents.Load(
            ("en-US/a.md", Head + "| It fails<br><br>with one | x |\n| It fails<br><br>with two | x |\n"),
            ("sv-SE/a.md", Head + "| Det faller<br><br>med ett | x |\n| Det faller<br><br>med tv\u00E5 | x |\n"));

        var swedish = knowledge.Articles.Find("a")!.In(Documents.Swedish)!;
        Assert.Equal(["a/it-fails-with-one", "a/it-fails-with-two"], swedish.Entries.Select(e => e.Id));
        Assert.Equal("a/it-fails-with-two", Assert.Single(swedish.Entries[0].Discriminators[0].Others));
        Assert.Empty(ReferenceChecker.Check(swedish));
    }

    [Fact]
    public void Without_a_default_locale_every_variant_keeps_its_own_ids() => Assert.Equal(
        ["a/det-faller", "a/es-geht-nicht"],
        Documents.Load(("sv-SE/a.md", Head + "| Det faller | x |\n"), ("de-DE/a.md", Head + "| Es geht nicht | x |\n")).Entries.Items.Select(e => e.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Pairs(string english, string swedish) =>
        from entry in Documents.Load(("en-US/a.md", Head + english), ("sv-SE/a.md", Head + swedish)).Entries.Items
        select $"{entry.Id}: {entry.In(Documents.Swedish)?.Title.Text ?? "-"}";

    [GeneratedRegex(@"^\| <a name=""[^""]*""></a>", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowAnchor { get; }
}
