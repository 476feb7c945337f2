using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests.Queries;

/// <summary>Words are found as people write them.</summary>
public sealed class WordSearchTests
{
    [Theory]
    [InlineData("printers", "The printer prints blank pages")]
    [InlineData("printing", "The printer prints blank pages")]
    [InlineData("inaccesible volume", "Volume is inaccessible")]
    [InlineData("volme", "Volume is inaccessible")]
    [InlineData("QuotaExceededFault", "QuotaExceededFault")]
    [InlineData("quota exceeded", "QuotaExceededFault")]
    [InlineData("tls.handshake.timeout", "tls.handshake.timeout")]
    [InlineData("handshake", "tls.handshake.timeout")]
    public void In_English(string query, string title)
    {
        using var index = Indexes.OfRows(
            "en-US",
            "The printer prints blank pages | It is out of ink. | Replace the cartridge.",
            "Volume is inaccessible | The cable is loose. | Attach it again.",
            "QuotaExceededFault | Too much is stored. | Delete old files.",
            "tls.handshake.timeout | The peer is slow. | Wait and try again.");

        Assert.Equal(title, index.Titles(query)[0]);
    }

    [Theory]
    [InlineData("återställa lösenord")]
    [InlineData("lösenordsåterställning")]
    [InlineData("lösenordet återställs")]
    [InlineData("aterstalla losenord")]
    public void Swedish_compounds_and_their_parts_find_each_other(string query)
    {
        using var index = Indexes.OfRows(
            "sv-SE",
            "Lösenordsåterställning misslyckas för gäster | Lösenord saknas. | Välj ett lösenord och gör en återställning.",
            "Det går inte att återställa lösenordet | En återställning pågår. | Vänta.",
            "Skrivaren skriver tomma sidor | Bläcket är slut. | Byt patron.");

        Assert.Equal(
            ["Det går inte att återställa lösenordet", "Lösenordsåterställning misslyckas för gäster"],
            index.Titles(query, "sv-SE").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_letter_with_dots_ranks_above_the_same_without()
    {
        using var index = Indexes.OfRows(
            "sv-SE",
            "Fel på hal väg | Is. | Sanda.",
            "Fel på häl och sko | Skav. | Plåster.");

        Assert.Equal(["Fel på häl och sko"], index.Titles("häl", "sv-SE").Take(1));
        Assert.Equal("Fel på hal väg", index.Titles("hal", "sv-SE")[0]);
        Assert.Contains("Fel på häl och sko", index.Titles("hal", "sv-SE"));
    }

    [Theory]
    [InlineData("证书", "证书已过期")]
    [InlineData("过期", "证书已过期")]
    [InlineData("证", "证书已过期")]
    [InlineData("握手失败", "SSL 握手失败")]
    public void Chinese_is_found_by_pairs_and_by_single_characters(string query, string title)
    {
        using var index = Indexes.OfRows("zh-CN", "证书已过期 | 时间太长 | 更新", "SSL 握手失败 | 版本不同 | 升级");

        Assert.Equal([title], index.Titles(query, "zh-CN"));
    }

    [Fact]
    public void Words_of_the_title_count_more_than_words_of_the_resolution()
    {
        using var index = Indexes.OfRows(
            "en-US",
            "The network is slow | Many users. | Restart the gateway.",
            "Gateway is unreachable | The cable is loose. | Attach it again.");

        Assert.Equal(["Gateway is unreachable", "The network is slow"], index.Titles("gateway"));
    }

    [Theory]
    [InlineData("how to bake a cake")]
    [InlineData("kubernetes operator upgrade")]
    [InlineData("zzzz")]
    public void A_query_that_nothing_answers_has_no_hits(string query)
    {
        using var index = Indexes.OfRows(
            "en-US",
            "The network is slow | Many users upgrade at once. | Restart the gateway.",
            "Volume is inaccessible | The cable is loose. | Attach it again.",
            "How to make a report | Somebody asks for it. | Fill in the form.");

        Assert.Empty(index.Titles(query));
    }

    [Fact]
    public void A_typing_error_is_named_and_an_identifier_never_is()
    {
        using var index = Indexes.OfRows("en-US", "Volume is inaccessible | The cable is loose. | Attach it.", "QuotaExceededFault | Too much. | Delete files.");

        Assert.Equal("volume inaccessible", index.Find("volume inaccesible").DidYouMean);
        Assert.Equal("QuotaExceededFault", index.Titles("QuotaExcededFault")[0]);
        Assert.Null(index.Find("QuotaExcededFault").DidYouMean);
    }

    [Fact]
    public void Words_that_are_written_apart_in_the_content_are_found_together()
    {
        using var index = Indexes.OfRows("en-US", "A blue screen appears | A driver is wrong. | Update it.");

        Assert.Equal(["A blue screen appears"], index.Titles("bluescreen"));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void Part_of_a_query_is_answered_only_where_fewer_than_ten_entries_answer_all_of_it(int complete, bool isPartialShown)
    {
        using var index = Indexes.OfRows(
            "en-US",
            [
                "Gateway frobnicator overheats at noon | Heat. | Cool it.",
                .. Enumerable.Range(0, complete).Select(i => $"Gateway frobnicator quux{(char)('a' + i)} breaks | Rust. | Oil it."),
                .. Enumerable.Range(0, 40).Select(i => $"Printer of room {i} breaks | Paper. | Remove it."),
            ]);

        var titles = index.Titles("gateway frobnicator breaks");

        Assert.Equal(complete, titles.Count(IsComplete));
        Assert.Equal(isPartialShown, titles.Contains("Gateway frobnicator overheats at noon"));
        Assert.Equal(complete, titles.TakeWhile(IsComplete).Count());

        static bool IsComplete(string title) => title.StartsWith("Gateway frobnicator", StringComparison.Ordinal) && title.EndsWith("breaks", StringComparison.Ordinal);
    }
}
