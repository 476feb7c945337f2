using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KbApi.Content.Lexicons;

/// <summary>
/// The phrases that begin with a word, by their first eight characters. Most words of a text begin no phrase, and to know that of one
/// takes a look at one small table; what the tables let pass is compared with the phrases that begin so.
/// </summary>
internal sealed class PhraseStarts
{
    private const int LongKey = 5;
    private const int ShortKey = 3;
    private const int LetterTableBits = 13;
    private const int BeginningTableBits = 16;

    private readonly CharacterClasses _classes;

    // For the first characters of a word (five; where a phrase is shorter, three or one), which lengths of beginnings there are:
    // of phrases that end where a word does in the low half.
    private readonly ushort[] _lengthsByFive = new ushort[1 << LetterTableBits];
    private readonly ushort[] _lengthsByThree = new ushort[1 << LetterTableBits];
    private readonly ushort[] _lengthsByOne = new ushort[FoldedKey.Values];
    private readonly ulong[] _beginnings = new ulong[1 << (BeginningTableBits - 6)];

    // Open addressing: the slots behind a beginning's own that are taken, up to one that is not.
    private readonly Slot[] _slots;

    /// <param name="patterns">The phrases, with their <see cref="KeysOf"/>.</param>
    /// <param name="classes">The characters that they are made of, at least.</param>
    public PhraseStarts(IReadOnlyCollection<(PhrasePattern Pattern, ImmutableArray<ulong> Keys)> patterns, CharacterClasses classes)
    {
        _classes = classes;
        var groups = new Dictionary<(ulong Key, int Length), List<PhrasePattern>>(patterns.Count);
        foreach (var (pattern, keys) in patterns)
        {
            foreach (var key in keys)
            {
                var group = (key, LengthOf(pattern));
                CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _) ??= [];
                groups[group].Add(pattern);
            }
        }

        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)(groups.Count + 1) * 4)];
        foreach (var ((key, length), group) in groups)
        {
            Add(key, length, group);
        }
    }

    /// <summary>How a text may begin that a phrase stands at the beginning of; nothing of one that can't be among these.</summary>
    public static ImmutableArray<ulong> KeysOf(PhrasePattern pattern) =>
        pattern.IsOpenLeft || !PhraseBoundary.IsWordCharacter(pattern.Core[0]) ? [] : FoldedKey.AllOf(pattern.Core.AsSpan(0, LengthOf(pattern)));

    /// <summary>Kinds without those of the phrases that stand at a place where a word begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong WithoutThoseAt(ReadOnlySpan<char> text, int start, ulong missing)
    {
        var key = FoldedKey.At(text, start);
        var lengths = (uint)(_lengthsByFive[LettersHash(FoldedKey.First(key, LongKey))] | _lengthsByThree[LettersHash(FoldedKey.First(key, ShortKey))] | _lengthsByOne[(byte)key]);
        return lengths == 0 ? missing : Without(text, start, key, lengths, missing);
    }

    private ulong Without(ReadOnlySpan<char> text, int start, ulong key, uint lengths, ulong missing)
    {
        for (; lengths != 0; lengths &= lengths - 1)
        {
            var place = BitOperations.TrailingZeroCount(lengths);
            var length = (place & (FoldedKey.Length - 1)) + 1;
            var beginning = FoldedKey.First(key, length);
            var hash = Hash(beginning, length);
            if ((_beginnings[hash >> 6] & (1UL << hash)) != 0 && (place >= FoldedKey.Length || PhraseBoundary.IsAt(text, start + length)))
            {
                missing = Without(text, start, beginning, length, hash, missing);
            }
        }

        return missing;
    }

    private ulong Without(ReadOnlySpan<char> text, int start, ulong key, int length, int hash, ulong missing)
    {
        for (var at = hash; ; at++)
        {
            ref readonly var slot = ref _slots[at & (_slots.Length - 1)];
            if (slot.Phrases is null)
            {
                return missing;
            }

            if (slot.Key == key && slot.Length == length)
            {
                foreach (ref readonly var phrase in slot.Phrases.AsSpan())
                {
                    missing = (phrase.Kinds & missing) != 0 && IsAt(phrase, text, start) ? missing & ~phrase.Kinds : missing;
                }

                return missing;
            }
        }
    }

    private bool IsAt(in Phrase phrase, ReadOnlySpan<char> text, int start)
    {
        // Those that begin alike seldom end alike.
        if (text.Length - start < phrase.Length || _classes[text[start + phrase.Length - 1]] != phrase.Last)
        {
            return false;
        }

        var classes = phrase.Classes;
        var rest = text.Slice(start, classes.Length);
        for (var i = 0; i < rest.Length && i < classes.Length; i++)
        {
            if (_classes[rest[i]] != classes[i])
            {
                return false;
            }
        }

        return phrase.IsOpenRight || PhraseBoundary.IsAt(text, start + classes.Length);
    }

    private void Add(ulong key, int length, List<PhrasePattern> patterns)
    {
        var hash = Hash(key, length);
        _beginnings[hash >> 6] |= 1UL << hash;
        var at = hash & (_slots.Length - 1);
        while (_slots[at].Phrases is not null)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = new Slot(key, length, [.. patterns.Select(PhraseOf)]);
        var isClosed = length < FoldedKey.Length && !patterns.Exists(p => p.IsOpenRight);
        var place = (ushort)(1 << (length - 1 + (isClosed ? 0 : FoldedKey.Length)));
        switch (length)
        {
            case 1:
                _lengthsByOne[(byte)key] |= place;
                break;
            case < LongKey:
                foreach (var letters in FoldedKey.Completed(FoldedKey.First(key, Math.Min(length, ShortKey)), length, ShortKey))
                {
                    _lengthsByThree[LettersHash(letters)] |= place;
                }

                break;
            default:
                _lengthsByFive[LettersHash(FoldedKey.First(key, LongKey))] |= place;
                break;
        }
    }

    private Phrase PhraseOf(PhrasePattern pattern)
    {
        var classes = Array.ConvertAll(pattern.Core.ToCharArray(), c => (ushort)_classes[c]);
        return new Phrase(classes, pattern.Kinds.Bits, pattern.IsOpenRight, classes[^1], classes.Length);
    }

    private static int LengthOf(PhrasePattern pattern) => Math.Min(pattern.Core.Length, FoldedKey.Length);

    private static int LettersHash(ulong letters) => (int)((letters * 0x9E3779B97F4A7C15) >> (64 - LetterTableBits));

    private static int Hash(ulong key, int length) => (int)(((key + (ulong)length) * 0xD6E8FEB86659FD93) >> (64 - BeginningTableBits));

    /// <summary>A phrase as the numbers of its characters, the last of them and their count at hand.</summary>
    private readonly record struct Phrase(ushort[] Classes, ulong Kinds, bool IsOpenRight, ushort Last, int Length);

    private readonly record struct Slot(ulong Key, int Length, Phrase[] Phrases);
}
