using System.Runtime.InteropServices;

namespace KbApi.Rules.Classification.Words;

/// <summary>How many entries have each pair of neighbouring words in their texts: what many have tells none of them.</summary>
internal sealed class PairFrequencies
{
    private readonly Dictionary<long, (int Entries, int Last)> _frequencies = [];

    /// <param name="pairs">The pairs of a text.</param>
    /// <param name="entry">Whose text it is. Entries are added one after another, each with all of its texts.</param>
    public void Add(ReadOnlySpan<long> pairs, int entry)
    {
        foreach (var pair in pairs)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, pair, out var isKnown);
            if (!isKnown || known.Last != entry)
            {
                known = (known.Entries + 1, entry);
            }
        }
    }

    /// <summary>The share of each pair in what a text says: a pair that two entries have counts half as much as one of a single entry.</summary>
    public float[] SharesOf(ReadOnlySpan<long> pairs)
    {
        var shares = new float[pairs.Length];
        var all = 0f;
        for (var i = 0; i < pairs.Length; i++)
        {
            all += shares[i] = 1f / _frequencies[pairs[i]].Entries;
        }

        foreach (ref var share in shares.AsSpan())
        {
            share /= all;
        }

        return shares;
    }
}
