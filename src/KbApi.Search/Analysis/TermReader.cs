namespace KbApi.Search.Analysis;

/// <summary>The telling words of a text as terms, compounds whole. One thread at a time.</summary>
internal sealed class TermReader(string language) : IDisposable
{
    private readonly SurfaceTokenizer _tokenizer = new(language, hasSingles: false);
    private readonly WordStemmer _stemmer = new(language);
    private readonly List<SurfaceToken> _tokens = [];

    /// <summary>Distinct terms in order of the text, without numbers and words that tell nothing.</summary>
    public IReadOnlyList<string> TermsOf(string text, int maximum)
    {
        _tokens.Clear();
        _tokenizer.Read(text, _tokens);
        var stopWords = LanguageTable.StopWords(language);
        return [.. _tokens
            .Where(t => t.Kind == TokenKind.Word && t.Text.Length > 1 && t.Text.All(char.IsLetter) && !stopWords.Contains(t.Text))
            .Select(t => _stemmer.Stem(t.Text))
            .Distinct(StringComparer.Ordinal)
            .Take(maximum)];
    }

    public void Dispose()
    {
        _tokenizer.Dispose();
        _stemmer.Dispose();
    }
}
