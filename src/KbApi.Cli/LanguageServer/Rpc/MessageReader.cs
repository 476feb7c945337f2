using System.Globalization;
using System.Text;

namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>What was read.</summary>
internal enum ReadOutcome
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A message that is longer than is accepted; it was passed over.</summary>
    TooLong,

    /// <summary>Nothing more will come.</summary>
    End,
}

/// <summary>
/// Reads messages behind <c>Content-Length</c> headers. What is no header is passed over until one comes, so that a client's slip costs
/// one message and not the session.
/// </summary>
/// <param name="input">Where they come from.</param>
/// <param name="maxLength">The longest message that is accepted, in bytes.</param>
internal sealed class MessageReader(Stream input, int maxLength)
{
    private const string LengthHeader = "Content-Length:";
    private const int MaxLineLength = 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public async Task<(ReadOutcome Outcome, Memory<byte> Body)> ReadAsync(CancellationToken cancellation)
    {
        long? length = null;
        while (await ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
            {
                length = long.TryParse(line.AsSpan(LengthHeader.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
            }
            else if (line.Length == 0 && length is { } known)
            {
                return known <= maxLength ? await ReadBodyAsync((int)known, cancellation) : await SkipAsync(known, cancellation);
            }
        }

        return (ReadOutcome.End, default);
    }

    private async Task<(ReadOutcome Outcome, Memory<byte> Body)> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        var body = new byte[length];
        for (var filled = 0; filled < length;)
        {
            if (_start == _end && !await FillAsync(cancellation))
            {
                return (ReadOutcome.End, default);
            }

            var count = Math.Min(length - filled, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(body.AsSpan(filled));
            filled += count;
            _start += count;
        }

        return (ReadOutcome.Message, body);
    }

    private async Task<(ReadOutcome Outcome, Memory<byte> Body)> SkipAsync(long length, CancellationToken cancellation)
    {
        while (length > 0)
        {
            if (_start == _end && !await FillAsync(cancellation))
            {
                return (ReadOutcome.End, default);
            }

            var count = (int)Math.Min(length, _end - _start);
            length -= count;
            _start += count;
        }

        return (ReadOutcome.TooLong, default);
    }

    /// <summary>A line without its end, of a long one the beginning; null at the end of the input.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync(cancellation))
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var newLine = rest.IndexOf((byte)'\n');
            var piece = newLine < 0 ? rest : rest[..newLine];
            line.Append(Encoding.Latin1.GetString(piece[..Math.Min(piece.Length, MaxLineLength - Math.Min(MaxLineLength, line.Length))]));
            _start += newLine < 0 ? rest.Length : newLine + 1;
            if (newLine >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }

        return null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        // Standard input can't be told to stop; the wait for it can.
        _start = 0;
        _end = await input.ReadAsync(_buffer, CancellationToken.None).AsTask().WaitAsync(cancellation);
        return _end > 0;
    }
}
