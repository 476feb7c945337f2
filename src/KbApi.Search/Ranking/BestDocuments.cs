namespace KbApi.Search.Ranking;

/// <summary>Keeps the best of the documents that come in the order of their numbers; of equal ones those that came first.</summary>
/// <param name="capacity">How many, at least 1.</param>
internal sealed class BestDocuments(int capacity)
{
    private const int InitialRoom = 32;

    /// <summary>A heap with the worst on top.</summary>
    private RankedDocument[] _heap = new RankedDocument[Math.Min(capacity, InitialRoom)];
    private int _kept;

    /// <summary>How many documents have come.</summary>
    public int Total { get; private set; }

    /// <summary>What a document has to score more than to be kept; 0 while there is room.</summary>
    public float LeastScore => _kept == capacity ? _heap[0].Score : 0;

    /// <summary>Offers a document.</summary>
    /// <returns>Whether it is kept, for now.</returns>
    public bool Offer(int document, float score)
    {
        Total++;
        var offered = new RankedDocument(document, score);
        if (_kept == capacity)
        {
            if (score <= _heap[0].Score)
            {
                return false;
            }

            SiftDown(offered);
            return true;
        }

        if (_kept == _heap.Length)
        {
            Array.Resize(ref _heap, (int)Math.Min(capacity, _kept * 2L));
        }

        SiftUp(offered);
        return true;
    }

    /// <summary>Ends the keeping: the documents, the best first, those of equal scores in the order of their numbers.</summary>
    public ReadOnlySpan<RankedDocument> Sort()
    {
        var best = _heap.AsSpan(0, _kept);
        best.Sort((x, y) => x.Score.Equals(y.Score) ? x.Document.CompareTo(y.Document) : y.Score.CompareTo(x.Score));
        return best;
    }

    private static bool IsWorse(RankedDocument x, RankedDocument y) =>
        x.Score.Equals(y.Score) ? x.Document > y.Document : x.Score < y.Score;

    private void SiftUp(RankedDocument offered)
    {
        var place = _kept++;
        while (place > 0 && IsWorse(offered, _heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = offered;
    }

    private void SiftDown(RankedDocument offered)
    {
        var place = 0;
        while (true)
        {
            var child = (place * 2) + 1;
            if (child >= _kept)
            {
                break;
            }

            if (child + 1 < _kept && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsWorse(_heap[child], offered))
            {
                break;
            }

            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = offered;
    }
}
