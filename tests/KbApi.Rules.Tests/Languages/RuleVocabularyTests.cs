using KbApi.Rules.Analysis;
using KbApi.Rules.Languages;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Languages;

public class RuleVocabularyTests
{
    private static readonly (string, string)[] Printers =
    [
        ("en-US/a.md", "# T\n\n| A | B |\n| --- | --- |\n| 1001 | The print spooler is off. |\n"),
        ("sv-SE/a.md", "# T\n\n| A | B |\n| --- | --- |\n| 1001 | Tryckspolaren är av. |\n"),
    ];

    [Fact]
    public void The_library_knows_the_words_of_its_languages() =>
        Assert.Equal(["da", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"], RuleVocabulary.BuiltIn.Languages);

    [Fact]
    public void A_term_beside_the_content_is_looked_for_like_a_built_in_one()
    {
        var options = new AnalyzerOptions { Vocabulary = RuleVocabulary.BuiltIn.With("language: sv\nterms:\n  - { term: print spooler, accept: [utskriftshanteraren], reject: [tryckspolaren] }\n") };
        Assert.DoesNotContain(Documents.Analyze(new AnalyzerOptions(), Printers), d => d.Id == "KB2301");
        var found = Assert.Single(Documents.Analyze(options, Printers), d => d.Id == "KB2301");
        Assert.Equal("utskriftshanteraren", found.Properties["replacement"]);
    }

    [Fact]
    public void Words_of_another_file_come_on_top_of_those_that_are_known()
    {
        var words = RuleVocabulary.BuiltIn.With("language: sv\nnegations: [knappt]\n").Of(Content.Model.LocaleTag.Parse("sv-SE"));
        Assert.True(words.Negates("Det går knappt."));
        Assert.True(words.Negates("Det går inte."));
        Assert.False(words.Negates("Det går."));
    }

    [Theory]
    [InlineData("language: sv\nnegation: [inte]\n", "line 2")]
    [InlineData("language: swedish-language\n", "swedish-language")]
    [InlineData("language: sv\nterms:\n  - { term: tenant, accept: [klient] }\n", "tenant")]
    public void A_file_that_is_wrong_says_where(string yaml, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<FormatException>(() => RuleVocabulary.BuiltIn.With(yaml)).Message, StringComparison.Ordinal);
}
