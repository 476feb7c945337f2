using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KbApi.Content.Lexicons;

/// <summary>The places of a text where words begin, thirty-two characters at a time.</summary>
internal static class WordStarts
{
    /// <summary>The characters that are looked at in one go.</summary>
    public const int BlockLength = 32;

    /// <summary>The places in the next characters where words begin, a bit for each.</summary>
    /// <param name="text">A text with at least <see cref="BlockLength"/> more characters.</param>
    /// <param name="start">The first of them.</param>
    /// <param name="isInWord">Whether the character before is part of a word; then whether the last one is.</param>
    public static uint InBlock(ReadOnlySpan<char> text, int start, ref bool isInWord)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.Slice(start, BlockLength)));
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, BlockLength / 2));
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var words = (letters | digits).ExtractMostSignificantBits();
        for (var others = bytes.ExtractMostSignificantBits(); others != 0; others &= others - 1)
        {
            var place = BitOperations.TrailingZeroCount(others);
            words |= PhraseBoundary.IsWordCharacter(text[start + place]) ? 1u << place : 0;
        }

        var starts = words & ~((words << 1) | (isInWord ? 1u : 0));
        isInWord = (int)words < 0;
        return starts;
    }
}
