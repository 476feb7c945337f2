using KbApi.Search.Languages;

namespace KbApi.Search.Tests;

public sealed class VocabularyFileTests
{
    private static readonly ConceptSet Concepts = ConceptSet.LoadBuiltIn();

    public static TheoryData<string> Languages => [.. Concepts.Languages];

    [Fact]
    public void There_are_seventeen_languages() =>
        Assert.Equal(["da", "de", "en", "es", "fi", "fr", "it", "ja", "ko", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "zh"], Concepts.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_words_for_the_same_concepts(string language)
    {
        Assert.Equal(Concepts.Of("en").Keys, Concepts.Of(language).Keys);
        Assert.All(Concepts.Of(language).Values, words => Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word))));
        Assert.NotEmpty(Concepts.IgnoredIn(language));
    }
}
