using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KbApi.Search.Analysis;

/// <summary>A stream of the one term that it was given, so that Lucene's filters can be asked about a word.</summary>
internal sealed class SingleTermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private string? _next;

    public SingleTermStream() => _term = AddAttribute<ICharTermAttribute>();

    public void Set(string term) => _next = term;

    public override bool IncrementToken()
    {
        if (_next is null)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_next);
        _next = null;
        return true;
    }
}
