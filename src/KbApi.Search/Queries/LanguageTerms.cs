using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Search.Analysis;

namespace KbApi.Search.Queries;

/// <summary>Terms of one language for queries; for several threads at once.</summary>
internal sealed class LanguageTerms(string language, CompoundLexicon lexicon) : IDisposable
{
    /// <summary>Little, for every thread that searches has its own.</summary>
    private const int KeptWords = 4096;

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
