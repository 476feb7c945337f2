using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KbApi.Search.Indexing;

/// <summary>A term of a document.</summary>
/// <param name="Term">The term.</param>
/// <param name="Advance">How many positions it stands behind the one before it; none where it is another form of the same word.</param>
/// <param name="Weight">How often it counts.</param>
internal readonly record struct WeightedTerm(string Term, int Advance, int Weight);

/// <summary>
/// A stream of terms that were made before. A term that counts more than once is repeated in place: Lucene's frequency of a term is then
/// that of all fields together, each weighed by what it is, as in BM25F.
/// </summary>
internal sealed class ListTokenStream : TokenStream
{
    private readonly IReadOnlyList<WeightedTerm> _terms;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _position;
    private int _index;
    private int _given;

    public ListTokenStream(IReadOnlyList<WeightedTerm> terms)
    {
        _terms = terms;
        _term = AddAttribute<ICharTermAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_index < _terms.Count && _given == _terms[_index].Weight)
        {
            _index++;
            _given = 0;
        }

        if (_index == _terms.Count)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_terms[_index].Term);
        _position.PositionIncrement = _given == 0 ? _terms[_index].Advance : 0;
        _given++;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _index = 0;
        _given = 0;
    }
}
