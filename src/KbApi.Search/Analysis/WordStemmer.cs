using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KbApi.Search.Analysis;

/// <summary>Stems words of one language. Keeps its state between words: one thread at a time.</summary>
internal sealed class WordStemmer : IDisposable
{
    private const int ShortestDerivedStem = 4;

    private readonly SingleTermStream _source = new();
    private readonly TokenStream _stemmed;
    private readonly ICharTermAttribute _term;
    private readonly IReadOnlyList<string> _nounEndings;
    private readonly bool _repeats;

    public WordStemmer(string language)
    {
        _stemmed = LanguageTable.Stemmed(language, _source);
        _term = _stemmed.AddAttribute<ICharTermAttribute>();
        _nounEndings = LanguageTable.NounEndings(language);
        _repeats = LanguageTable.CutsOneEndingAtATime(language);
    }

    public string Stem(string word)
    {
        var stem = Cut(word);
        for (var cut = stem; _repeats && (cut = Cut(stem)) != stem;)
        {
            stem = cut;
        }

        // The light stemmers keep "återställning" and "återställa" apart; people who search do not.
        foreach (var ending in _nounEndings)
        {
            if (stem.Length >= ending.Length + ShortestDerivedStem && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return stem[..^ending.Length];
            }
        }

        return stem;
    }

    private string Cut(string word)
    {
        _source.Set(word);
        return _stemmed.IncrementToken() ? _term.ToString()! : word;
    }

    public void Dispose()
    {
        _stemmed.Dispose();
        _source.Dispose();
    }
}
