using System.Buffers;
using System.IO.Pipelines;

namespace KbApi.Server.Classification;

/// <summary>A line of a body.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">What stands in it, without its end; empty where it is too long.</param>
/// <param name="IsTooLong">Whether it is longer than lines may be.</param>
internal readonly record struct BodyLine(int Number, ReadOnlySequence<byte> Bytes, bool IsTooLong);

/// <summary>Reads a body line by line, without ever holding more than one line.</summary>
internal sealed class LineReader(PipeReader body, int maxBytes)
{
    private int _number;
    private SequencePosition _consumed;
    private bool _hasLine;

    /// <summary>The next line, valid until the next call; null behind the last.</summary>
    public async ValueTask<BodyLine?> ReadAsync(CancellationToken cancellation)
    {
        if (_hasLine)
        {
            _hasLine = false;
            body.AdvanceTo(_consumed);
        }

        var isTooLong = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var buffer = read.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            var line = end is { } at ? buffer.Slice(0, at) : buffer;
            isTooLong |= line.Length > maxBytes;
            if (end is not null || read.IsCompleted)
            {
                if (end is null && buffer.IsEmpty && !isTooLong)
                {
                    body.AdvanceTo(buffer.End);
                    return null;
                }

                _number++;
                _hasLine = true;
                _consumed = end is { } newline ? buffer.GetPosition(1, newline) : buffer.End;
                return new BodyLine(_number, isTooLong ? default : line, isTooLong);
            }

            // What is too long is let go as it comes.
            body.AdvanceTo(isTooLong ? buffer.End : buffer.Start, buffer.End);
        }
    }
}
