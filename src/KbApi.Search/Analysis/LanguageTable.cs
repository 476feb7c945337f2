using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;

namespace KbApi.Search.Analysis;

/// <summary>What Lucene knows of each language: the stemmers that cut least, the words that tell nothing.</summary>
internal static class LanguageTable
{
    /// <summary>The language's stemmer over a stream, or the stream itself where there is none.</summary>
    public static TokenStream Stemmed(string language, TokenStream stream) => language switch
    {
        "ar" => new ArabicStemFilter(new ArabicNormalizationFilter(stream)),
        "bg" => new BulgarianStemFilter(stream),
        "ca" => new SnowballFilter(stream, "Catalan"),
        "cs" => new CzechStemFilter(stream),
        "da" => new SnowballFilter(stream, "Danish"),
        "de" => new GermanLightStemFilter(stream),
        "el" => new GreekStemFilter(stream),
        "en" => new KStemFilter(stream),
        "es" => new SpanishLightStemFilter(stream),
        "fi" => new FinnishLightStemFilter(stream),
        "fr" => new FrenchLightStemFilter(stream),
        "hi" => new HindiStemFilter(stream),
        "hu" => new HungarianLightStemFilter(stream),
        "id" => new IndonesianStemFilter(stream),
        "it" => new ItalianLightStemFilter(stream),
        "lv" => new LatvianStemFilter(stream),
        "nl" => new SnowballFilter(stream, "Dutch"),
        "nb" or "nn" or "no" => new NorwegianLightStemFilter(stream),
        "pt" => new PortugueseLightStemFilter(stream),
        "ro" => new SnowballFilter(stream, "Romanian"),
        "ru" => new RussianLightStemFilter(stream),
        "sv" => new SwedishLightStemFilter(stream),
        "tr" => new SnowballFilter(stream, "Turkish"),
        _ => stream,
    };

    /// <summary>Words of the language that tell nothing.</summary>
    public static CharArraySet StopWords(string language) => language switch
    {
        "ar" => ArabicAnalyzer.DefaultStopSet,
        "bg" => BulgarianAnalyzer.DefaultStopSet,
        "ca" => CatalanAnalyzer.DefaultStopSet,
        "cs" => CzechAnalyzer.DefaultStopSet,
        "da" => DanishAnalyzer.DefaultStopSet,
        "de" => GermanAnalyzer.DefaultStopSet,
        "el" => GreekAnalyzer.DefaultStopSet,
        "en" => EnglishAnalyzer.DefaultStopSet,
        "es" => SpanishAnalyzer.DefaultStopSet,
        "fi" => FinnishAnalyzer.DefaultStopSet,
        "fr" => FrenchAnalyzer.DefaultStopSet,
        "hi" => HindiAnalyzer.DefaultStopSet,
        "hu" => HungarianAnalyzer.DefaultStopSet,
        "id" => IndonesianAnalyzer.DefaultStopSet,
        "it" => ItalianAnalyzer.DefaultStopSet,
        "lv" => LatvianAnalyzer.DefaultStopSet,
        "nl" => DutchAnalyzer.DefaultStopSet,
        "nb" or "nn" or "no" => NorwegianAnalyzer.DefaultStopSet,
        "pt" => PortugueseAnalyzer.DefaultStopSet,
        "ro" => RomanianAnalyzer.DefaultStopSet,
        "ru" => RussianAnalyzer.DefaultStopSet,
        "sv" => SwedishAnalyzer.DefaultStopSet,
        "tr" => TurkishAnalyzer.DefaultStopSet,
        _ => CharArraySet.Empty,
    };

    /// <summary>Whether more is known of a language than that it has words.</summary>
    public static bool Knows(string language) => StopWords(language).Count > 0 || CompoundLinks(language) is not null;

    /// <summary>Articles that are written together with the next word, or null.</summary>
    public static CharArraySet? ElidedArticles(string language) => language is "fr" or "it" or "ca" ? FrenchAnalyzer.DEFAULT_ARTICLES : null;

    /// <summary>Endings that make a noun of a verb, longest first.</summary>
    public static IReadOnlyList<string> NounEndings(string language) => language switch
    {
        "sv" or "da" or "nb" or "nn" or "no" => ["ning", "ing"],
        "de" => ["ung"],
        "nl" => ["ing"],
        _ => [],
    };

    /// <summary>Whether the stemmer leaves <c>enheten</c> with an ending that it cuts off <c>enhet</c>, so that it has to be asked again.</summary>
    public static bool CutsOneEndingAtATime(string language) => language is "sv" or "nb" or "nn" or "no";

    /// <summary>What may stand between the parts of a compound; null where the language writes none.</summary>
    public static IReadOnlyList<string>? CompoundLinks(string language) => language switch
    {
        "sv" or "da" or "nb" or "nn" or "no" => ["", "s", "e"],
        "de" => ["", "s", "es", "n", "en", "er", "e"],
        "nl" => ["", "s", "e", "en"],
        "fi" => ["", "n"],
        _ => null,
    };
}
