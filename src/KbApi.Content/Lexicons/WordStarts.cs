using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KbApi.Content.Lexicons;

/// <summary>The places of a text where words begin, in order; looked for in thirty-two characters at a time.</summary>
internal ref struct WordStarts(ReadOnlySpan<char> text)
{
    private const int BlockLength = 32;

    private readonly ReadOnlySpan<char> _text = text;
    private int _block = -BlockLength;
    private uint _starts;
    private bool _isInWord;

    /// <summary>The place.</summary>
    public int Current { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_starts == 0 && !MoveToBlock())
        {
            return false;
        }

        Current = _block + BitOperations.TrailingZeroCount(_starts);
        _starts &= _starts - 1;
        return true;
    }

    private bool MoveToBlock()
    {
        do
        {
            _block += BlockLength;
            if (_block >= _text.Length)
            {
                return false;
            }

            _starts = _text.Length - _block >= BlockLength ? StartsIn(_text.Slice(_block, BlockLength)) : StartsInEnd();
        }
        while (_starts == 0);
        return true;
    }

    private uint StartsInEnd()
    {
        Span<char> padded = stackalloc char[BlockLength];
        _text[_block..].CopyTo(padded);
        return StartsIn(padded);
    }

    private uint StartsIn(scoped ReadOnlySpan<char> block)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, BlockLength / 2));
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var words = (letters | digits).ExtractMostSignificantBits();
        for (var others = bytes.ExtractMostSignificantBits(); others != 0; others &= others - 1)
        {
            var place = BitOperations.TrailingZeroCount(others);
            words |= PhraseBoundary.IsWordCharacter(block[place]) ? 1u << place : 0;
        }

        var starts = words & ~((words << 1) | (_isInWord ? 1u : 0));
        _isInWord = (int)words < 0;
        return starts;
    }
}
