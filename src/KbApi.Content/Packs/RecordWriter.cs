using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>
/// Writes one record: numbers in as few bytes as they need, and texts by their number in a table that stands before them, each text once.
/// </summary>
internal sealed class RecordWriter
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly ArrayBufferWriter<byte> _texts = new();
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>A count, an offset, an enumeration's value; not negative.</summary>
    public void Number(long value) => Number(_body, value);

    /// <summary>A number that may be negative.</summary>
    public void Signed(long value) => Number(_body, (value << 1) ^ (value >> 63));

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Decimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            Signed(part);
        }
    }

    public void Span(TextSpan span)
    {
        Number(span.Start);
        Number(span.Length);
    }

    /// <summary>A text, or null.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        if (!_known.TryGetValue(text, out var number))
        {
            number = _known.Count;
            _known.Add(text, number);
            WriteText(text);
        }

        Number(number + 1);
    }

    /// <summary>How many there are, and each of them.</summary>
    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    /// <summary>The record: the number of texts, the texts, the rest.</summary>
    public byte[] ToArray()
    {
        var whole = new ArrayBufferWriter<byte>(_texts.WrittenCount + _body.WrittenCount + 10);
        Number(whole, _known.Count);
        whole.Write(_texts.WrittenSpan);
        whole.Write(_body.WrittenSpan);
        return whole.WrittenSpan.ToArray();
    }

    internal static void Number(IBufferWriter<byte> target, long value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var rest = (ulong)value;
        var length = 0;
        while (rest >= 0x80)
        {
            bytes[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        bytes[length++] = (byte)rest;
        target.Write(bytes[..length]);
    }

    /// <summary>UTF-8 where that says it all; a text that was cut within a character is written as it is.</summary>
    private void WriteText(string text)
    {
        byte[] bytes;
        var isWide = false;
        try
        {
            bytes = StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            isWide = true;
            bytes = new byte[text.Length * 2];
            for (var i = 0; i < text.Length; i++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), text[i]);
            }
        }

        Number(_texts, ((long)bytes.Length << 1) | (isWide ? 1L : 0L));
        _texts.Write(bytes);
    }
}
