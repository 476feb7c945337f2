using System.Numerics;

namespace KbApi.Rules.Classification.Words;

/// <summary>
/// The ids of words of up to eight characters of Latin-1, which nearly all are in the form that they are compared in: eight bytes are the word itself, so
/// that a look-up compares one number and reads one line of memory.
/// </summary>
internal sealed class ShortTermTable
{
    private const int MostChars = 8;

    private readonly (ulong Term, int Id)[] _slots;
    private readonly int _shift;

    /// <param name="ids">The words; those that can't be packed are left out.</param>
    public ShortTermTable(IReadOnlyDictionary<string, int> ids)
    {
        var bits = BitOperations.Log2((uint)Math.Max(ids.Count, 8)) + 2;
        _slots = new (ulong, int)[1 << bits];
        _shift = 64 - bits;
        foreach (var (term, id) in ids)
        {
            if (TryPack(term, out var packed))
            {
                _slots[SlotOf(packed)] = (packed, id);
            }
        }
    }

    /// <summary>The word as one number that no other word has, never zero.</summary>
    public static bool TryPack(ReadOnlySpan<char> term, out ulong packed)
    {
        packed = 0;
        if (term.Length is 0 or > MostChars)
        {
            return false;
        }

        var all = 0;
        foreach (var c in term)
        {
            all |= c;
            packed = (packed << 8) | c;
        }

        return all < 256 && packed != 0;
    }

    /// <summary>The id of a packed word, or -1.</summary>
    public int IdOf(ulong packed)
    {
        var slot = _slots[SlotOf(packed)];
        return slot.Term == packed ? slot.Id : -1;
    }

    /// <summary>The slot that has the word, or the one that it would go into.</summary>
    private int SlotOf(ulong packed)
    {
        var hash = packed * 0x9E3779B97F4A7C15;
        var i = (int)((hash ^ (hash << 32)) >> _shift);
        while (_slots[i].Term != 0 && _slots[i].Term != packed)
        {
            i = (i + 1) & (_slots.Length - 1);
        }

        return i;
    }
}
