using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KbApi.Content.Lexicons;

/// <summary>
/// The first eight characters of a text as one number in which the case of Latin letters and the kind of blank make no difference.
/// Different texts may have the same number; the same text in another case always has.
/// </summary>
internal static class FoldedKey
{
    /// <summary>How many characters a key is made of.</summary>
    public const int Length = 8;

    /// <summary>How many values a folded character has.</summary>
    public const int Values = Fold + 1;

    /// <summary>Upper case and lower case of Latin-1 differ in one bit, and so do a blank and one that does not break from nothing.</summary>
    private const byte Fold = 0x5F;

    /// <summary>More spellings than a phrase has of which one character can be written in two ways or three.</summary>
    private const int MaxSpellings = 16;
    private const int MaxSpellingsOfOne = 4;

    /// <summary>The key of the text from a place on; what is behind the end counts as blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ReadOnlySpan<char> text, int start)
    {
        if (text.Length - start < Length)
        {
            return OfEnd(text[start..]);
        }

        var characters = Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start)));
        return (Vector128.NarrowWithSaturation(characters, characters) & Vector128.Create(Fold)).AsUInt64().ToScalar();
    }

    /// <summary>The key of as many first characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(ulong key, int length) => key & (ulong.MaxValue >> (8 * (Length - length)));

    /// <summary>The keys of every spelling of at most eight characters; none where there are too many.</summary>
    public static ImmutableArray<ulong> AllOf(ReadOnlySpan<char> text)
    {
        ImmutableArray<ulong> keys = [0UL];
        Span<byte> values = stackalloc byte[MaxSpellingsOfOne];
        for (var i = 0; i < text.Length; i++)
        {
            var count = FoldedSpellingsOf(text[i], values);
            var spelled = ImmutableArray.CreateBuilder<ulong>(keys.Length * count);
            foreach (var key in keys)
            {
                foreach (var value in values[..count])
                {
                    spelled.Add(key | ((ulong)value << (8 * i)));
                }
            }

            keys = spelled.MoveToImmutable();
            if (keys.Length > MaxSpellings)
            {
                return [];
            }
        }

        return keys;
    }

    /// <summary>The keys that go on from a shorter one, with every character that there may be.</summary>
    public static IEnumerable<ulong> Completed(ulong key, int length, int wanted) => length >= wanted
        ? [key]
        : Enumerable.Range(0, Values).SelectMany(next => Completed(key | ((ulong)next << (8 * length)), length + 1, wanted));

    private static ulong OfEnd(ReadOnlySpan<char> text)
    {
        var key = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            key |= (ulong)Folded(text[i]) << (8 * i);
        }

        return key;
    }

    private static byte Folded(char c) => (byte)(Math.Min(c, (char)byte.MaxValue) & Fold);

    /// <summary>What a text may write for a character of a phrase, folded and each once; how many that are.</summary>
    private static int FoldedSpellingsOf(char c, Span<byte> values)
    {
        var lower = char.ToLowerInvariant(c);
        ReadOnlySpan<char> spellings = c switch
        {
            '\'' or '\u2019' => ['\'', '\u2019'],
            ' ' or '\u00A0' => [' ', '\u00A0'],
            _ => [c, lower, char.ToUpperInvariant(c), char.ToUpperInvariant(lower)],
        };
        var count = 0;
        foreach (var spelling in spellings)
        {
            var folded = Folded(spelling);
            if (!values[..count].Contains(folded))
            {
                values[count++] = folded;
            }
        }

        return count;
    }
}
