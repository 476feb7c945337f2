using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Search.Analysis;

namespace KbApi.Search.Indexing;

/// <summary>A term of one language and one of another that translate each other in the content.</summary>
internal readonly record struct TermPair(string Language, string Term, string OtherLanguage, string OtherTerm);

/// <summary>What the content itself teaches about its languages: what compounds are made of, which words translate which.</summary>
internal sealed class LanguageModel
{
    private const string LexiconMark = "lexicon";
    private const string PairMark = "pair";

    /// <summary>Twenty million words or so teach what compounds are made of; counting more takes memory and teaches nothing.</summary>
    private const long EnoughCharacters = 128_000_000;

    private readonly ImmutableSortedDictionary<string, CompoundLexicon> _lexicons;

    private LanguageModel(ImmutableSortedDictionary<string, CompoundLexicon> lexicons, ImmutableArray<TermPair> pairs)
    {
        _lexicons = lexicons;
        Pairs = pairs;
    }

    /// <summary>The pairs, in ordinal order.</summary>
    public ImmutableArray<TermPair> Pairs { get; }

    public CompoundLexicon LexiconOf(string language) => _lexicons.GetValueOrDefault(language) ?? CompoundLexicon.Empty;

    public static LanguageModel Mine(KnowledgeBase knowledgeBase)
    {
        var lexicons = knowledgeBase.Articles.Items.SelectMany(a => a.Variants)
            .GroupBy(a => a.Locale.Language, StringComparer.Ordinal)
            .Where(g => LanguageTable.CompoundLinks(g.Key) is not null)
            .ToImmutableSortedDictionary(g => g.Key, g => CompoundLexicon.Mine(WordCounts.Of(g.Key, Sample([.. g]))), StringComparer.Ordinal);
        return new LanguageModel(lexicons, TermPairMiner.Mine(knowledgeBase));
    }

    /// <summary>Enough to learn a language from: all articles, else every second, third and so on, the same ones each time.</summary>
    private static IEnumerable<Article> Sample(IReadOnlyList<Article> articles)
    {
        var step = (int)((articles.Sum(a => (long)a.Text.Length) / EnoughCharacters) + 1);
        return articles.Where((_, i) => i % step == 0);
    }

    public void Write(TextWriter writer)
    {
        foreach (var (language, lexicon) in _lexicons)
        {
            foreach (var word in lexicon.Words)
            {
                writer.WriteLine($"{LexiconMark}\t{language}\t{word}");
            }
        }

        foreach (var pair in Pairs)
        {
            writer.WriteLine($"{PairMark}\t{pair.Language}\t{pair.Term}\t{pair.OtherLanguage}\t{pair.OtherTerm}");
        }
    }

    /// <exception cref="InvalidDataException">The text was not written by <see cref="Write"/>.</exception>
    public static LanguageModel Read(IEnumerable<string> lines)
    {
        var words = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var pairs = ImmutableArray.CreateBuilder<TermPair>();
        foreach (var line in lines)
        {
            switch (line.Split('\t'))
            {
                case [LexiconMark, var language, var word]:
                    (words.TryGetValue(language, out var list) ? list : words[language] = []).Add(word);
                    break;
                case [PairMark, var language, var term, var otherLanguage, var otherTerm]:
                    pairs.Add(new TermPair(language, term, otherLanguage, otherTerm));
                    break;
                default:
                    throw new InvalidDataException("The language model of the index has a line of unknown form.");
            }
        }

        return new LanguageModel(
            words.ToImmutableSortedDictionary(w => w.Key, w => new CompoundLexicon(w.Value), StringComparer.Ordinal), pairs.ToImmutable());
    }
}
