using System.Text;
using KbApi.Rules.Logs;

namespace KbApi.Benchmarks.Logs;

/// <summary>A log that is made as it is read, so that its size is not held by anybody.</summary>
internal sealed class GeneratedLogStream(LogFormat format, long bytes) : Stream
{
    private readonly GeneratedLog _log = new(format);
    private byte[] _record = [];
    private int _used;
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && _given < bytes)
        {
            if (_used == _record.Length)
            {
                _record = Encoding.UTF8.GetBytes(_given == 0 ? _log.Head + _log.Next() : _log.Next());
                _used = 0;
            }

            var count = Math.Min(buffer.Length - written, _record.Length - _used);
            _record.AsSpan(_used, count).CopyTo(buffer[written..]);
            (_used, written, _given) = (_used + count, written + count, _given + count);
        }

        return written;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
