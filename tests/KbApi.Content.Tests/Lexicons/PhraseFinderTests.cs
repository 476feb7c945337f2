using FsCheck;
using FsCheck.Fluent;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Tests.Lexicons;

/// <summary>Phrases are found by tables of how they begin; what is found has to be what looking at every place would find.</summary>
public sealed class PhraseFinderTests
{
    private static readonly string[] Languages = ["en", "sv", "de", "fr", "ru", "ja", "tr"];

    private static readonly string[] Between = [" ", "", ". ", "\u00A0", "-", "x", "\u00E9", "\u4E00", "\u2019", "'", "1", "\n", "  ", "\u0130", "\uD83D\uDE00"];

    private static readonly LexiconSet Lexicons = LexiconSet.LoadBuiltIn();

    [SeededProperty(MaxTest = 400, EndSize = 60, Arbitrary = [typeof(Texts)])]
    public void What_is_found_is_what_stands_there(PhraseText text)
    {
        var lexicon = Lexicons.For(text.Language);
        var patterns = PatternsOf(lexicon);
        var found = lexicon.KindsIn(text.Text).Bits;

        var expected = patterns.Where(p => StandsIn(p, text.Text)).Aggregate(0UL, (kinds, p) => kinds | p.Kinds.Bits) & PhraseKinds.Anywhere.Bits;
        Assert.Equal(expected, found);
    }

    private static List<PhrasePattern> PatternsOf(Lexicon lexicon) =>
        [.. Enum.GetValues<PhraseKind>().SelectMany(kind => lexicon.PhrasesOf(PhraseKinds.Of(kind)).Select(phrase => PhrasePattern.Parse(phrase, PhraseKinds.Of(kind))))];

    private static bool StandsIn(PhrasePattern pattern, string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - pattern.Core.Length + 1))
            .Any(start => pattern.Core.Select((c, i) => Plain(c) == Plain(text[start + i])).All(same => same) && pattern.FitsAt(text, start));

    private static char Plain(char c) => c switch
    {
        '\u2019' => '\'',
        '\u00A0' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    public sealed record PhraseText(string Language, string Text);

    public static class Texts
    {
        public static Arbitrary<PhraseText> OfPhrases() => (
            from language in Gen.Elements(Languages)
            let phrases = PatternsOf(Lexicons.For(language)).Select(p => p.Core).Distinct().ToArray()
            from parts in Gen.ListOf(Part(phrases))
            select new PhraseText(language, string.Concat(parts))).ToArbitrary();

        private static Gen<string> Part(string[] phrases) =>
            from phrase in Gen.Elements(phrases)
            from cut in Gen.Choose(0, 3)
            from isUpper in Gen.Elements(true, false)
            from between in Gen.Elements(Between)
            select (isUpper ? phrase.ToUpperInvariant() : phrase)[..Math.Max(1, phrase.Length - cut)] + between;
    }
}
