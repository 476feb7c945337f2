using KbApi.Content.Lexicons;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Lexicons;

public sealed class LexiconSetTests
{
    [Fact]
    public void Languages_of_the_product_come_with_the_library() => Assert.Superset(new HashSet<string> { "en", "sv" }, Documents.Lexicons.Languages.ToHashSet());

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void A_built_in_language_knows_every_kind_of_word(string language)
    {
        var lexicon = Documents.Lexicons.For(language);
        PhraseSet[] phrases =
        [
            lexicon.Order, lexicon.Event, lexicon.Source, lexicon.Code, lexicon.ToAdministrator, lexicon.ToSupport, lexicon.UserFacing,
            lexicon.Intake, lexicon.Remedy, lexicon.Heartbeat, lexicon.Repeated, lexicon.Abbreviations, lexicon.Quantities.Per, lexicon.Quantities.Ports,
        ];

        Assert.All(phrases, p => Assert.NotEmpty(p.Phrases));
        Assert.Equal(Enum.GetValues<ColumnRole>().Where(r => r != ColumnRole.Other), lexicon.Headers.Values.Distinct().Where(r => r != ColumnRole.Other).Order());
        Assert.Equal(Enum.GetValues<LabelRole>(), lexicon.Labels.Values.Distinct().Order());
        Assert.Equal(Enum.GetValues<QuantityBound>(), lexicon.Quantities.Bounds.Keys.Order());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void No_header_or_label_stands_for_two_things_in_one_language(string language)
    {
        var file = LexiconReader.Read(ReadBuiltIn(language));

        Assert.Empty(Repeated(file.Headers));
        Assert.Empty(Repeated(file.Labels));
        Assert.Empty(Repeated(file.Units));
    }

    [Fact]
    public void A_language_without_a_lexicon_gets_English_words_and_the_headers_of_all()
    {
        var japanese = Documents.Lexicons.For("ja");

        Assert.Equal("ja", japanese.Language);
        Assert.Contains("restart", ActionsOf(japanese));
        Assert.DoesNotContain("starta", ActionsOf(japanese));
        Assert.Equal(ColumnRole.Resolution, japanese.Headers["l\u00F6sning"]);
        Assert.Same(japanese, Documents.Lexicons.For("JA"));
    }

    [Fact]
    public void An_added_lexicon_goes_before_what_is_there()
    {
        var set = Documents.Lexicons.With("language: SV\nheaders: { cause: [Fel] }\nactions: [skruva]\nnumbers: { tjog: 20 }\nbounds: { atMost: [allra som mest] }\n");
        var lexicon = set.For("sv");

        Assert.Equal(ColumnRole.Cause, lexicon.Headers["fel"]);
        Assert.Contains("skruva", ActionsOf(lexicon));
        Assert.Contains("starta", ActionsOf(lexicon));
        Assert.Equal(20, lexicon.Quantities.Numbers["tjog"]);
        Assert.True(lexicon.Quantities.Bounds[QuantityBound.AtMost].IsIn("allra som mest 5"));
        Assert.DoesNotContain("skruva", ActionsOf(set.For("en")));
        Assert.Equal(ColumnRole.Symptom, Documents.Lexicons.For("sv").Headers["fel"]);
    }

    [Theory]
    [InlineData("language:", 1)]
    [InlineData("language: sv\nactions:", 2)]
    [InlineData("language: sv\nactions: restart", 2)]
    [InlineData("language: sv\nheaders:\n  code: [a]\n  nonsense: [b]", 4)]
    [InlineData("language: sv\nheaders: { code: }", 2)]
    [InlineData("language: sv\nlabels: { Cause: [a] }", 2)]
    [InlineData("language: sv\nbounds: { sometimes: [a] }", 2)]
    [InlineData("language: sv\nnumbers: { one: x }", 2)]
    [InlineData("language: sv\nnumbers: { one: 99999999999999999999999999999999 }", 2)]
    [InlineData("language: sv\nphrases: { order: [~] }", 2)]
    [InlineData("language: sv\nverbs: []", 2)]
    [InlineData("language: [sv]", 1)]
    [InlineData("language: 'sv", 1)]
    public void What_is_wrong_is_told_with_its_line(string yaml, int line) =>
        Assert.StartsWith($"line {line}: ", Assert.ThrowsAny<FormatException>(() => Documents.Lexicons.With(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("actions: [a]")]
    public void A_lexicon_without_a_language_is_refused(string yaml) =>
        Assert.Contains("'language' is missing", Assert.Throws<FormatException>(() => Documents.Lexicons.With(yaml)).Message, StringComparison.Ordinal);

    private static string[] ActionsOf(Lexicon lexicon) => [.. lexicon.Actions];

    private static IEnumerable<string> Repeated<TKey>(Dictionary<TKey, List<string>> words)
        where TKey : notnull =>
        from role in words
        from word in role.Value.Select(word => LabelText.Normalize(word)).Distinct()
        group role.Key by word into roles
        where roles.Count() > 1
        select $"{roles.Key}: {string.Join(", ", roles)}";

    private static string ReadBuiltIn(string language)
    {
        using var reader = new StreamReader(typeof(LexiconSet).Assembly.GetManifestResourceStream($"KbApi.Content.Lexicons.Data.{language}.yaml")!);
        return reader.ReadToEnd();
    }
}
