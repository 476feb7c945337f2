using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Search.Analysis;

namespace KbApi.Search.Queries;

/// <summary>Terms of one language for queries; for several threads at once.</summary>
internal sealed class LanguageTerms(string language, CompoundLexicon lexicon) : IDisposable
{
    /// <summary>Little, for every thread that searches has its own.</summary>
    private const int KeptWords = 4096;

    /// <summary>How many words of texts of the content are kept at most, with 16 bytes each: highlights read the same texts again and again.</summary>
    private const int KeptTokens = 1024 * 1024;

    /// <summary>Of a longer text the beginning is read.</summary>
    private const int MaxTextLength = 4000;

    private readonly BoundedCache<string, ReadText> _texts = new(KeptTokens, ReferenceEqualityComparer.Instance);
    private readonly BoundedCache<string, ExpandedTerm> _terms = new(KeptWords * 8, StringComparer.Ordinal);
    private readonly ConcurrentBag<(SurfaceTokenizer Tokenizer, TermExpander Expander)> _pool = [];

    public string Language => language;

    /// <summary>The words of a text.</summary>
    public List<SurfaceToken> Tokenize(string text)
    {
        var tools = Rent();
        var tokens = new List<SurfaceToken>();
        tools.Tokenizer.Read(text, tokens);
        _pool.Add(tools);
        return tokens;
    }

    /// <summary>What words are found by.</summary>
    public List<ExpandedTerm> Expand(IReadOnlyList<SurfaceToken> tokens)
    {
        var tools = Rent();
        var terms = new List<ExpandedTerm>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            terms.Add(tools.Expander.Expand(tokens[i]));
        }

        _pool.Add(tools);
        return terms;
    }

    /// <summary>The words of a text of the content. They are kept with the text itself as their key: it lives as long as the content.</summary>
    public ReadText Read(string text)
    {
        if (_texts.TryGet(text, out var read) && read is not null)
        {
            return read;
        }

        var tokens = Tokenize(text.Length > MaxTextLength ? text[..MaxTextLength] : text);
        read = new ReadText(new int[tokens.Count], new int[tokens.Count], new ExpandedTerm[tokens.Count]);
        var tools = Rent();
        for (var i = 0; i < tokens.Count; i++)
        {
            read.Starts[i] = tokens[i].Start;
            read.Ends[i] = tokens[i].End;
            if (!_terms.TryGet(tokens[i].Text, out var term) || term is null)
            {
                term = tools.Expander.Expand(tokens[i]);
                _terms.Keep(tokens[i].Text, term);
            }

            read.Terms[i] = term;
        }

        _pool.Add(tools);
        _texts.Keep(text, read, tokens.Count);
        return read;
    }

    /// <summary>The main terms of a phrase.</summary>
    public ImmutableArray<string> TermsOf(string phrase) =>
        [.. Expand([.. Tokenize(phrase).Where(t => t.Kind != TokenKind.Part)]).Select(t => t.Main)];

    public void Dispose()
    {
        while (_pool.TryTake(out var tools))
        {
            tools.Tokenizer.Dispose();
            tools.Expander.Dispose();
        }
    }

    private (SurfaceTokenizer Tokenizer, TermExpander Expander) Rent() => _pool.TryTake(out var tools)
        ? tools
        : (new SurfaceTokenizer(language, hasSingles: false), new TermExpander(language, lexicon, KeptWords));
}
