using System.Buffers.Binary;
using Lucene.Net.Store;

namespace KbApi.Search.Storage;

/// <summary>
/// A place in a mapped file, or in a part of one. Each reading moves the place last of all: so long is this object alive, and with it the memory.
/// Reading on after the end of the index is harmless, for the memory stays as long as somebody has such a place.
/// </summary>
internal sealed unsafe class MappedInput : IndexInput
{
    private readonly MappedFile _file;
    private readonly byte* _start;
    private readonly long _length;
    private long _position;

    public MappedInput(string description, MappedFile file)
        : this(description, file, 0, file.Length)
    {
    }

    /// <exception cref="EndOfStreamException">The part is not within the file, which is damaged then.</exception>
    public MappedInput(string description, MappedFile file, long offset, long length)
        : base(description)
    {
        if (offset < 0 || length < 0 || offset > file.Length - length)
        {
            throw new EndOfStreamException($"{description} has {file.Length} bytes; {length} from {offset} are not there.");
        }

        _file = file;
        _start = file.Start + offset;
        _length = length;
    }

    public override long Length => _length;

    public override long Position => _position;

    public override void Seek(long pos)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pos);
        _position = pos;
    }

    public override byte ReadByte()
    {
        var value = *Next(1);
        _position++;
        return value;
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        new ReadOnlySpan<byte>(Next(len), len).CopyTo(b.AsSpan(offset, len));
        _position += len;
    }

    public override short ReadInt16()
    {
        var value = BinaryPrimitives.ReadInt16BigEndian(new ReadOnlySpan<byte>(Next(sizeof(short)), sizeof(short)));
        _position += sizeof(short);
        return value;
    }

    public override int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(Next(sizeof(int)), sizeof(int)));
        _position += sizeof(int);
        return value;
    }

    public override long ReadInt64()
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(new ReadOnlySpan<byte>(Next(sizeof(long)), sizeof(long)));
        _position += sizeof(long);
        return value;
    }

    protected override void Dispose(bool disposing)
    {
        // The file is unmapped when nobody holds it any more.
    }

    /// <summary>The next bytes, as many as asked for.</summary>
    private byte* Next(int count)
    {
        if (count > _length - _position)
        {
            throw new EndOfStreamException($"{this} ends at {_length}; {count} bytes from {_position} are not there.");
        }

        return _start + _position;
    }
}
