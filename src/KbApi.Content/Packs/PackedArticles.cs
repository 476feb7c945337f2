using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>
/// The articles of a pack, each read when it is asked for. An article stays the same object as long as anybody holds it; those that were read
/// last are held here, up to a bound. Safe for several threads.
/// </summary>
internal sealed class PackedArticles
{
    /// <summary>Bytes of records of the articles that are held; objects take about three times as much.</summary>
    private const long MostHeld = 24 * 1024 * 1024;

    private readonly MappedFile _file;
    private readonly Section _texts;
    private readonly Section _records;
    private readonly Section _rows;
    private readonly WeakReference<Article>?[] _known;
    private readonly Queue<(Article Article, int Length)> _held = new();
    private readonly Lock _lock = new();
    private long _heldLength;

    /// <exception cref="InvalidDataException">The table of articles has no whole rows.</exception>
    public PackedArticles(MappedFile file, Section texts, Section records, Section rows)
    {
        (_file, _texts, _records, _rows) = (file, texts, records, rows);
        if (rows.Length % ModelFormat.RowLength != 0 || rows.Length / ModelFormat.RowLength > int.MaxValue)
        {
            throw RecordReader.Damaged();
        }

        _known = new WeakReference<Article>?[rows.Length / ModelFormat.RowLength];
    }

    public int Count => _known.Length;

    /// <exception cref="InvalidDataException">There is no such article, or its record is damaged.</exception>
    public Article this[int index]
    {
        get
        {
            if (index < 0 || index >= _known.Length)
            {
                throw RecordReader.Damaged();
            }

            if (Volatile.Read(ref _known[index]) is { } known && known.TryGetTarget(out var article))
            {
                return article;
            }

            return Keep(index, Read(index, out var length), length);
        }
    }

    private Article Keep(int index, Article read, int length)
    {
        lock (_lock)
        {
            if (_known[index] is { } known && known.TryGetTarget(out var other))
            {
                // Another thread was quicker.
                return other;
            }

            Volatile.Write(ref _known[index], new WeakReference<Article>(read));
            _held.Enqueue((read, length));
            _heldLength += length;
            while (_heldLength > MostHeld && _held.Count > 1)
            {
                _heldLength -= _held.Dequeue().Length;
            }

            return read;
        }
    }

    private Article Read(int index, out int length)
    {
        Span<byte> row = stackalloc byte[ModelFormat.RowLength];
        _file.Read(_rows.Offset + ((long)index * ModelFormat.RowLength), row);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(row);
        length = BinaryPrimitives.ReadInt32LittleEndian(row[8..]);
        _records.Check(offset, length);
        if (length > ModelFormat.LongestRecord)
        {
            throw RecordReader.Damaged();
        }

        var record = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            _file.Read(_records.Offset + offset, record.AsSpan(0, length));
            var reader = new RecordReader(record.AsSpan(0, length));
            var article = ArticleRecord.Read(ref reader, TextAt);
            return reader.IsAtEnd ? article : throw RecordReader.Damaged();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(record);
        }
    }

    private SourceText TextAt(ArticleRecord.TextPlace place)
    {
        _texts.Check(place.Offset, place.Bytes);
        return place.Length <= place.Bytes
            ? SourceText.Stored(place.Path, place.ContentHash, place.Length, () => ReadText(place))
            : throw RecordReader.Damaged();
    }

    private string ReadText(ArticleRecord.TextPlace place)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(place.Bytes);
        try
        {
            _file.Read(_texts.Offset + place.Offset, bytes.AsSpan(0, place.Bytes));
            var text = Encoding.UTF8.GetString(bytes, 0, place.Bytes);
            return text.Length == place.Length ? text : throw RecordReader.Damaged();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A part of the file.</summary>
    internal readonly record struct Section(long Offset, long Length)
    {
        /// <exception cref="InvalidDataException">The bytes do not lie in the section.</exception>
        public void Check(long offset, long length)
        {
            if (offset < 0 || length < 0 || offset > Length - length)
            {
                throw RecordReader.Damaged();
            }
        }
    }
}
