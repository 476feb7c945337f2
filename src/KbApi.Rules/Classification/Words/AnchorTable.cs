using System.Numerics;

namespace KbApi.Rules.Classification.Words;

/// <summary>What begins with some words: the texts that are looked for by these words alone, and whether any are looked for by more.</summary>
/// <param name="texts">The texts.</param>
/// <param name="isContinued">Whether some text is looked for by these words and those behind them.</param>
internal readonly ref struct AnchoredTexts(ReadOnlySpan<int> texts, bool isContinued)
{
    /// <summary>The texts that are looked for by these words.</summary>
    public ReadOnlySpan<int> Texts { get; } = texts;

    /// <summary>Whether more words have to be looked at.</summary>
    public bool IsContinued { get; } = isContinued;
}

/// <summary>
/// Texts by the hashes of some of their words in a row. Made for many look-ups of which most find nothing: a filter of a byte's worth of bits a key
/// answers those, and stays in the processor's cache where the table does not.
/// </summary>
internal sealed class AnchorTable
{
    private const int FilterBitsOfKey = 12;

    private readonly ulong[] _filter;
    private readonly Slot[] _slots;
    private readonly int[] _texts;
    private readonly int _shift;

    /// <param name="anchors">The texts of each hash. Beginnings of other hashes have no texts of their own, or have some as well.</param>
    /// <param name="continued">The hashes that are the beginning of another.</param>
    public AnchorTable(IReadOnlyDictionary<ulong, List<int>> anchors, IReadOnlySet<ulong> continued)
    {
        var keys = anchors.Keys.Union(continued).ToList();
        var bits = BitOperations.Log2((uint)Math.Max(keys.Count, 8)) + 2;
        _slots = new Slot[1 << bits];
        _shift = 64 - bits;
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Count * FilterBitsOfKey / 64, 1))];
        var texts = new List<int>();
        foreach (var key in keys)
        {
            var first = texts.Count;
            texts.AddRange(anchors.TryGetValue(key, out var of) ? of : []);
            _slots[EmptySlotOf(key)] = new Slot(key, first, texts.Count - first, continued.Contains(key));
            _filter[WordOf(key)] |= BitOf(key);
        }

        _texts = [.. texts];
    }

    /// <summary>What is known of words with this hash.</summary>
    public AnchoredTexts Find(ulong key)
    {
        if ((_filter[WordOf(key)] & BitOf(key)) != 0)
        {
            for (var i = (int)(key >> _shift); _slots[i].Key != 0; i = (i + 1) & (_slots.Length - 1))
            {
                if (_slots[i].Key == key)
                {
                    return new AnchoredTexts(_texts.AsSpan(_slots[i].First, _slots[i].Count), _slots[i].IsContinued);
                }
            }
        }

        return default;
    }

    private int EmptySlotOf(ulong key)
    {
        var i = (int)(key >> _shift);
        while (_slots[i].Key != 0)
        {
            i = (i + 1) & (_slots.Length - 1);
        }

        return i;
    }

    private int WordOf(ulong key) => (int)(key >> 6) & (_filter.Length - 1);

    private static ulong BitOf(ulong key) => 1UL << (int)(key & 63);

    private readonly record struct Slot(ulong Key, int First, int Count, bool IsContinued);
}
