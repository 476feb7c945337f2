using System.Numerics;

namespace KbApi.Rules.Classification.Words;

/// <summary>The first place of each of some keys that are not negative. Made for few keys that many others are compared with: most of those are turned away by one bit.</summary>
internal sealed class PlaceTable
{
    private const int FilterBits = 4096;

    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly (long Key, int Place)[] _added;
    private readonly int[] _slots;
    private readonly int _shift;
    private int _count;

    /// <param name="most">The largest number of keys that may be added.</param>
    public PlaceTable(int most)
    {
        var bits = BitOperations.Log2((uint)(Math.Max(most, 4) * 3 / 2)) + 1;
        _added = new (long, int)[most];
        _slots = new int[1 << bits];
        _shift = 64 - bits;
    }

    public bool TryAdd(long key, int place)
    {
        var hash = HashOf(key);
        for (var i = (int)(hash >> _shift); ; i = (i + 1) & (_slots.Length - 1))
        {
            // A slot has how many keys had been added with its own: zero is an empty one.
            if (_slots[i] == 0)
            {
                _added[_count++] = (key, place);
                _slots[i] = _count;
                _filter[(hash >> 6) & ((FilterBits / 64) - 1)] |= 1UL << (int)(hash & 63);
                return true;
            }

            if (_added[_slots[i] - 1].Key == key)
            {
                return false;
            }
        }
    }

    /// <summary>The place that a key was added with, or -1.</summary>
    public int Find(long key)
    {
        var hash = HashOf(key);
        if ((_filter[(hash >> 6) & ((FilterBits / 64) - 1)] & (1UL << (int)(hash & 63))) == 0)
        {
            return -1;
        }

        for (var i = (int)(hash >> _shift); _slots[i] != 0; i = (i + 1) & (_slots.Length - 1))
        {
            if (_added[_slots[i] - 1].Key == key)
            {
                return _added[_slots[i] - 1].Place;
            }
        }

        return -1;
    }

    private static ulong HashOf(long key)
    {
        var hash = (ulong)key * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
