using KbApi.Content.Lexicons;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Lexicons;

public sealed class PhraseSetTests
{
    private static readonly PhraseSet Phrases = new(["error", "error code", "don't", "\u30A8\u30E9\u30FC", "fel", "", "ERROR"]);

    [Theory]
    [InlineData("an [|error|] is")]
    [InlineData("an [|Error Code|] is")]
    [InlineData("terror and [|error|]")]
    [InlineData("errors, [|error|].")]
    [InlineData("[|don\u2019t|] do")]
    [InlineData("\u3053\u306E[|\u30A8\u30E9\u30FC|]\u306F")]
    [InlineData("felet: [|fel|]")]
    public void A_phrase_is_found_as_a_whole_word_in_any_case(string marked)
    {
        var (text, spans) = Marked.Parse(marked);
        var (start, length) = Phrases.Find(text);

        Assert.True(Phrases.IsIn(text));
        Assert.Equal((spans[0].Start, spans[0].Length), (start, length));
        Assert.Equal(length, Phrases.LongestAt(text, start));
        Assert.Equal(length, Phrases.LongestEndingAt(text, start + length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("terror")]
    [InlineData("errors")]
    [InlineData("felet")]
    [InlineData("errorcode")]
    public void A_part_of_a_word_is_no_phrase(string text)
    {
        Assert.False(Phrases.IsIn(text));
        Assert.Equal((0, 0), Phrases.Find(text));
    }

    [Fact]
    public void Blank_and_repeated_phrases_are_left_out() =>
        Assert.Equal(["error code", "don't", "error", "fel", "\u30A8\u30E9\u30FC"], Phrases.Phrases);

    [Fact]
    public void No_phrases_are_nowhere() => Assert.False(new PhraseSet([]).IsIn("anything"));
}
