using KbApi.Search.Analysis;

namespace KbApi.Search.Tests.Analysis;

public sealed class CompoundSplitterTests
{
    [Theory]
    [InlineData("sv", "lösenordsåterställning", "lösenord", "återställning")]
    [InlineData("sv", "lösenordsåterställningen", "lösenord", "återställningen")]
    [InlineData("sv", "skrivarproblem", "skrivar", "problem")]
    [InlineData("sv", "händelselogg", "händelse", "logg")]
    [InlineData("de", "anmeldungsfehler", "anmeldung", "fehler")]
    public void Words_of_the_lexicon_cover_all_of_it(string language, string word, params string[] parts) =>
        Assert.Equal(parts, Splitter(language).Split(word));

    [Theory]
    [InlineData("sv", "felmeddelande")]
    [InlineData("sv", "lösenord")]
    [InlineData("sv", "loggbok")]
    [InlineData("sv", "xlösenordlogg")]
    public void What_the_lexicon_does_not_cover_stays_whole(string language, string word) => Assert.Empty(Splitter(language).Split(word));

    [Fact]
    public void A_long_hostile_word_takes_no_time() => Assert.Empty(Splitter("sv").Split(string.Concat(Enumerable.Repeat("logg", 100_000))));

    private static CompoundSplitter Splitter(string language)
    {
        var lexicon = new CompoundLexicon(["lösenord", "återställning", "skrivare", "problem", "händelse", "logg", "elm", "land", "anmeldung", "fehler"]);
        return new CompoundSplitter(lexicon, LanguageTable.CompoundLinks(language)!, new WordStemmer(language));
    }
}
