using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Trusts nothing: a record that says what can't be is an <see cref="InvalidDataException"/>.</summary>
internal ref struct RecordReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string[] _texts;
    private int _at;

    public RecordReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _texts = [];
        _texts = new string[Count()];
        for (var i = 0; i < _texts.Length; i++)
        {
            _texts[i] = ReadText();
        }
    }

    /// <summary>Reads one item of a list.</summary>
    public delegate T Item<out T>(ref RecordReader reader);

    /// <summary>UTF-16 code units of the text that spans lie in.</summary>
    public int TextLength { get; set; } = int.MaxValue;

    /// <summary>Whether all has been read.</summary>
    public readonly bool IsAtEnd => _at == _bytes.Length;

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _bytes.Length)
            {
                throw Damaged();
            }

            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value >= 0 ? (long)value : throw Damaged();
            }
        }

        throw Damaged();
    }

    /// <summary>A number from 0 to a limit, the limit not included.</summary>
    public int Below(int limit)
    {
        var value = Number();
        return value < limit ? (int)value : throw Damaged();
    }

    public int Int32() => Below(int.MaxValue);

    public long Signed()
    {
        var value = UnsignedNumber();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public bool Flag() => Below(2) == 1;

    /// <summary>A value of an enumeration whose values are 0, 1, 2 and so on.</summary>
    public T Enum<T>()
        where T : struct, Enum => Unsafe.BitCast<int, T>(Below(Values<T>.Count));

    /// <summary>0 for none, else the value and one.</summary>
    public T? OptionalEnum<T>()
        where T : struct, Enum => Below(Values<T>.Count + 1) is var number and > 0 ? Unsafe.BitCast<int, T>(number - 1) : null;

    public decimal Decimal()
    {
        Span<int> parts = stackalloc int[4];
        foreach (ref var part in parts)
        {
            part = checked((int)Math.Clamp(Signed(), int.MinValue, int.MaxValue));
        }

        try
        {
            return new decimal(parts);
        }
        catch (ArgumentException)
        {
            throw Damaged();
        }
    }

    public TextSpan Span()
    {
        var start = Int32();
        var length = Int32();
        return (long)start + length <= TextLength ? new TextSpan(start, length) : throw Damaged();
    }

    public string? OptionalText() => Below(_texts.Length + 1) is var number and > 0 ? _texts[number - 1] : null;

    public string Text() => OptionalText() ?? throw Damaged();

    /// <summary>How many items follow: each has at least one byte.</summary>
    public int Count() => Below(_bytes.Length - _at + 1);

    public ImmutableArray<T> List<T>(Item<T> read)
    {
        var items = new T[Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref this);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public ImmutableArray<string> Texts() => List(static (ref reader) => reader.Text());

    internal static InvalidDataException Damaged() => new("The model of the pack is damaged: a record says what can't be.");

    private ulong UnsignedNumber()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && _at < _bytes.Length; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private string ReadText()
    {
        var head = Number();
        if (head >> 1 > _bytes.Length - _at)
        {
            throw Damaged();
        }

        var bytes = _bytes.Slice(_at, (int)(head >> 1));
        _at += bytes.Length;
        if ((head & 1) == 0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        Span<char> text = bytes.Length <= 512 ? stackalloc char[bytes.Length / 2] : new char[bytes.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]);
        }

        return new string(text);
    }

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly int Count = System.Enum.GetValues<T>().Length;
    }
}
