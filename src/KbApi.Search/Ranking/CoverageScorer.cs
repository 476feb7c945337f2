using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>What answers to a word of a query, in one part of an index.</summary>
/// <param name="Scorer">The documents.</param>
/// <param name="Share">Which share of what the query tells they cover.</param>
/// <param name="MostScore">No document scores more for it.</param>
/// <param name="IsRequired">Whether a document that answers all of the query is one of them.</param>
internal readonly record struct CoveragePart(Scorer Scorer, float Share, float MostScore, bool IsRequired);

/// <summary>
/// Goes through the documents that have one of the rarest words, and asks them for the others: so many of the commonest words are left
/// out of the lead as are no answer by themselves, or none that is good enough.
/// </summary>
internal sealed class CoverageScorer : Scorer
{
    private readonly CoveragePart[] _parts;

    /// <summary>The document at which each part is.</summary>
    private readonly int[] _at;
    private readonly Scorer[] _filters;
    private readonly LeastCoverage _least;
    private readonly float _share;
    private readonly float _mostScore;
    private float _leastPartialScore;
    private int _leaders;
    private int _document = -1;
    private float _covered;
    private bool _isPartialWanted = true;

    /// <param name="weight">What the scorer is of.</param>
    /// <param name="parts">The words that there are, not empty.</param>
    /// <param name="filters">What a document has to be.</param>
    /// <param name="least">What of a query that is not answered in full has to be.</param>
    public CoverageScorer(Weight weight, List<CoveragePart> parts, Scorer[] filters, LeastCoverage least)
        : base(weight)
    {
        parts.Sort((x, y) => x.Scorer.GetCost().CompareTo(y.Scorer.GetCost()));
        _parts = [.. parts];
        _at = new int[_parts.Length];
        Array.Fill(_at, -1);
        _filters = filters;
        _least = least;
        foreach (var part in _parts)
        {
            _share += part.Share;
            _mostScore += part.MostScore;
        }

        _leaders = CountLeaders();
    }

    /// <summary>Whether the document answers all of the query.</summary>
    public bool IsComplete { get; private set; }

    public override int DocID => _document;

    public override int Freq => _at.Count(a => a == _document);

    public override long GetCost() => _parts.Take(_leaders).Sum(p => p.Scorer.GetCost());

    /// <summary>From now on only documents that answer all of the query are found.</summary>
    public void RequireAll()
    {
        _isPartialWanted = false;
        _leaders = CountLeaders();
    }

    /// <summary>From now on documents that do not answer all of the query may be left out where they score no more than this.</summary>
    public void RequireOfPartial(float score)
    {
        _leastPartialScore = score;
        _leaders = CountLeaders();
    }

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        while (true)
        {
            var lead = NO_MORE_DOCS;
            for (var i = 0; i < _leaders; i++)
            {
                lead = Math.Min(lead, AdvancePart(i, target));
            }

            if (lead == NO_MORE_DOCS || (IsAnswer(lead) && PassesFilters(lead)))
            {
                return _document = lead;
            }

            target = lead + 1;
        }
    }

    public override float GetScore()
    {
        var score = 0f;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_at[i] == _document)
            {
                score += _parts[i].Scorer.GetScore();
            }
        }

        return IsComplete ? score : score * _covered * _covered;
    }

    /// <summary>How many of the rarest words a document has to have one of, so that it can be an answer.</summary>
    private int CountLeaders()
    {
        var (words, share, most) = (0, 0f, 0f);
        var required = _parts.Count(p => p.IsRequired);
        for (var i = _parts.Length - 1; i > 0; i--)
        {
            words++;
            share += _parts[i].Share;
            most += _parts[i].MostScore;
            required -= _parts[i].IsRequired ? 1 : 0;
            var isAnswer = (_isPartialWanted && words >= _least.Words && share >= _least.Share && IsGoodEnough(most, share)) || (_least.CanBeComplete && required == 0);
            if (isAnswer)
            {
                return i + 1;
            }
        }

        return 1;
    }

    private bool IsAnswer(int document)
    {
        var words = 0;
        var (possible, most) = (_share, _mostScore);
        var leastShare = _isPartialWanted ? _least.Share : float.PositiveInfinity;
        _covered = 0;
        IsComplete = _least.CanBeComplete;
        for (var i = 0; i < _parts.Length; i++)
        {
            ref readonly var part = ref _parts[i];
            if (AdvancePart(i, document) == document)
            {
                words++;
                _covered += part.Share;
                continue;
            }

            possible -= part.Share;
            most -= part.MostScore;
            IsComplete &= !part.IsRequired;
            if (!IsComplete && (possible < leastShare || !IsGoodEnough(most, possible)))
            {
                return false;
            }
        }

        return IsComplete || (words >= _least.Words && _covered >= leastShare);
    }

    /// <summary>Whether a document that scores so much, and covers so much, may be wanted although it does not answer all of the query.</summary>
    private bool IsGoodEnough(float mostScore, float share) => mostScore * share * share > _leastPartialScore;

    /// <summary>Brings a part to a document or, where it does not have it, behind it.</summary>
    private int AdvancePart(int part, int document)
    {
        ref var at = ref _at[part];
        if (at < document)
        {
            at = at == document - 1 ? _parts[part].Scorer.NextDoc() : _parts[part].Scorer.Advance(document);
        }

        return at;
    }

    private bool PassesFilters(int document)
    {
        foreach (var filter in _filters)
        {
            if (filter.DocID < document && filter.Advance(document) == NO_MORE_DOCS)
            {
                return false;
            }

            if (filter.DocID != document)
            {
                return false;
            }
        }

        return true;
    }
}
