using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>
/// Goes through the documents that have one of the rarest words, and asks them for the others: so many of the commonest words are left
/// out of the lead that they would not be enough by themselves.
/// </summary>
internal sealed class CoverageScorer : Scorer
{
    private readonly Part[] _parts;
    private readonly int _leaders;
    private readonly float _leastShare;
    private readonly int _leastWords;
    private readonly float _share;
    private readonly long _cost;
    private int _document = -1;
    private float _covered;

    /// <param name="weight">What the scorer is of.</param>
    /// <param name="parts">The words that there are, not empty.</param>
    /// <param name="leastShare">The share that has to be covered.</param>
    /// <param name="leastWords">How many words have to be answered.</param>
    public CoverageScorer(Weight weight, List<Part> parts, float leastShare, int leastWords)
        : base(weight)
    {
        _parts = [.. parts.OrderBy(p => p.Scorer.GetCost())];
        _share = _parts.Sum(p => p.Share);
        _leastShare = leastShare;
        _leastWords = leastWords;
        var rest = 0f;
        for (_leaders = _parts.Length; _leaders > 1; _leaders--)
        {
            rest += _parts[_leaders - 1].Share;
            if (rest >= leastShare && _parts.Length - _leaders + 1 >= leastWords)
            {
                break;
            }
        }

        for (var i = 0; i < _leaders; i++)
        {
            _cost += _parts[i].Scorer.GetCost();
        }
    }

    public override int DocID => _document;

    public override int Freq => _parts.Count(p => p.Scorer.DocID == _document);

    public override long GetCost() => _cost;

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        while (true)
        {
            var lead = NO_MORE_DOCS;
            for (var i = 0; i < _leaders; i++)
            {
                var scorer = _parts[i].Scorer;
                lead = Math.Min(lead, scorer.DocID < target ? scorer.Advance(target) : scorer.DocID);
            }

            if (lead == NO_MORE_DOCS || IsEnough(lead))
            {
                return _document = lead;
            }

            target = lead + 1;
        }
    }

    public override float GetScore()
    {
        var score = 0f;
        foreach (var part in _parts)
        {
            if (part.Scorer.DocID == _document)
            {
                score += part.Scorer.GetScore();
            }
        }

        return score * _covered * _covered;
    }

    private bool IsEnough(int document)
    {
        var words = 0;
        var possible = _share;
        _covered = 0;
        for (var i = 0; i < _parts.Length && possible >= _leastShare; i++)
        {
            var (scorer, share) = _parts[i];
            if (i >= _leaders && scorer.DocID < document)
            {
                scorer.Advance(document);
            }

            if (scorer.DocID == document)
            {
                words++;
                _covered += share;
            }
            else
            {
                possible -= share;
            }
        }

        return words >= _leastWords && _covered >= _leastShare;
    }

    /// <summary>A word.</summary>
    /// <param name="Scorer">What answers to it.</param>
    /// <param name="Share">What an answer covers.</param>
    internal readonly record struct Part(Scorer Scorer, float Share);
}
