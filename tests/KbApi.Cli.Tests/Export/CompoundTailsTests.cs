using KbApi.Cli.Export.Index;

namespace KbApi.Cli.Tests.Export;

public class CompoundTailsTests
{
    private static readonly HashSet<string> Words = ["losenord", "aterstallning", "portal", "portalen", "konto", "ring", "sakerhet"];

    [Theory]
    [InlineData("losenordsaterstallning", "aterstallning")]
    [InlineData("losenordsaterstallningen", "aterstallningen")]
    [InlineData("kontoportalen", "portalen")]
    [InlineData("sakerhetsportal", "portal")]
    [InlineData("portalring", "ring")]
    public void The_end_of_a_compound_is_found_behind_what_joins_its_parts(string word, string tail) =>
        Assert.Equal([tail], new CompoundTails(Words, "sv").Of(word));

    [Theory]
    [InlineData("losenord")]
    [InlineData("xyzportal")]
    public void What_has_no_beginning_that_is_a_word_is_no_compound(string word) => Assert.Empty(new CompoundTails(Words, "sv").Of(word));

    [Fact]
    public void Languages_that_write_words_apart_have_none() =>
        Assert.Empty(new CompoundTails(new HashSet<string> { "pass", "word", "news", "paper" }, "en").Of("newspaper"));
}
