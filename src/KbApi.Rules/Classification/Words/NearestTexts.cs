using System.Buffers;

namespace KbApi.Rules.Classification.Words;

/// <summary>Adds up how much of each text a report has, and picks the texts that it has most of. The sums stand in a borrowed array: a report may share a word with every text.</summary>
internal sealed class NearestTexts
{
    private readonly double[] _sums;
    private readonly int _texts;
    private readonly int _most;

    /// <param name="texts">How many texts there are.</param>
    /// <param name="most">How many of them are picked.</param>
    public NearestTexts(int texts, int most)
    {
        (_texts, _most) = (texts, most);
        _sums = ArrayPool<double>.Shared.Rent(texts);
        _sums.AsSpan(0, texts).Clear();
    }

    public void Add(int[] texts, double weight)
    {
        var sums = _sums;
        foreach (var text in texts)
        {
            sums[text] += weight;
        }
    }

    /// <summary>The texts with the largest sums, largest first, of equal ones the first first. Nothing can be added any more.</summary>
    public int[] Take()
    {
        // The worst of those that were picked comes first: with a smaller sum, or of equal ones the last.
        var picked = new PriorityQueue<int, (double Sum, int Order)>(_most + 1);
        var least = 0.0;
        for (var text = 0; text < _texts; text++)
        {
            if (_sums[text] > least)
            {
                picked.Enqueue(text, (_sums[text], -text));
                if (picked.Count > _most)
                {
                    picked.Dequeue();
                    picked.TryPeek(out _, out var worst);
                    least = worst.Sum;
                }
            }
        }

        ArrayPool<double>.Shared.Return(_sums);
        var nearest = new int[picked.Count];
        for (var i = nearest.Length - 1; i >= 0; i--)
        {
            nearest[i] = picked.Dequeue();
        }

        return nearest;
    }
}
