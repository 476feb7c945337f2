using System.Text;

namespace KbApi.Rules.Logs.Reading;

/// <summary>
/// A part of a log as text that moves forward through it. It is filled from the stream as needed and never holds more than a record and what is read
/// at a time, so that it does not matter in which pieces the stream gives its bytes.
/// </summary>
internal sealed class CharWindow(Stream stream)
{
    private const int ReadBytes = 64 * 1024;

    /// <summary>How much is read at least before what could not be used is looked at again: each character is looked at a few times only.</summary>
    private const int FillChars = 64 * 1024;

    private readonly byte[] _bytes = new byte[ReadBytes];
    private char[] _chars = new char[FillChars * 2];
    private Decoder? _decoder;
    private int _start;
    private int _end;

    /// <summary>What has been read and not been used.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(_start, _end - _start);

    /// <summary>Whether nothing follows behind <see cref="Text"/>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether the bytes are no text at all.</summary>
    public bool IsBinary { get; private set; }

    /// <summary>The line that <see cref="Text"/> begins on, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>How many bytes have been read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether the bytes that were read last begin with characters of ASCII.</summary>
    public bool StartsWith(string signature) => _bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(signature));

    /// <summary>Goes on behind characters that have been used.</summary>
    public void Advance(int count)
    {
        Line += Text[..count].Count('\n');
        _start += count;
    }

    /// <summary>Reads on.</summary>
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        var wanted = Text.Length + FillChars;
        while (!IsLast && Text.Length < wanted)
        {
            // The first bytes tell the encoding; they are read whole whatever pieces they come in.
            var read = _decoder is null
                ? await stream.ReadAtLeastAsync(_bytes, ReadBytes, throwOnEndOfStream: false, cancellation)
                : await stream.ReadAsync(_bytes, cancellation);
            BytesRead += read;
            var from = 0;
            if (_decoder is null)
            {
                if (LogEncoding.Detect(_bytes.AsSpan(0, read)) is not { } detected)
                {
                    (IsBinary, IsLast) = (true, true);
                    return;
                }

                _decoder = detected.Encoding.GetDecoder();
                from = detected.Preamble;
            }

            IsLast = read == 0;
            Decode(_bytes.AsSpan(from, read - from));
        }
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        var needed = _decoder!.GetCharCount(bytes, IsLast);
        if (_end + needed > _chars.Length)
        {
            var length = _end - _start;
            var target = length + needed > _chars.Length ? new char[Math.Max(_chars.Length * 2, length + needed)] : _chars;
            Text.CopyTo(target);
            (_chars, _start, _end) = (target, 0, length);
        }

        _end += _decoder.GetChars(bytes, _chars.AsSpan(_end), IsLast);
    }
}
