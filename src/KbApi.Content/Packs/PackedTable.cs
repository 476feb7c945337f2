using System.Buffers;
using System.Buffers.Binary;

namespace KbApi.Content.Packs;

/// <summary>
/// Records by key, in a section of a file: how many there are, how many slots; the slots, each the number of an item or 0; where the items
/// begin; the items. A key leads to a slot by its hash, else the next ones are looked at.
/// </summary>
internal sealed class PackedTable
{
    private const int HeadLength = 8;
    private const int SlotLength = 4;

    private readonly MappedFile _file;
    private readonly long _start;
    private readonly long _length;
    private readonly int _slots;
    private readonly StringComparison _comparison;

    /// <exception cref="InvalidDataException">The section is no table.</exception>
    public PackedTable(MappedFile file, long start, long length, StringComparison comparison)
    {
        (_file, _start, _length, _comparison) = (file, start, length, comparison);
        Span<byte> head = stackalloc byte[HeadLength];
        Read(0, head);
        Count = BinaryPrimitives.ReadInt32LittleEndian(head);
        _slots = BinaryPrimitives.ReadInt32LittleEndian(head[SlotLength..]);
        if (Count < 0 || _slots <= Count || !int.IsPow2(_slots) || HeadLength + ((_slots + Count + 1L) * SlotLength) > length)
        {
            throw RecordReader.Damaged();
        }
    }

    /// <summary>Reads what a record holds behind its key.</summary>
    public delegate T Content<out T>(string key, ref RecordReader reader);

    /// <summary>How many items there are.</summary>
    public int Count { get; }

    /// <summary>A table of records; their first text is their key.</summary>
    /// <param name="items">Keys and records, in their order.</param>
    /// <param name="comparison">How keys are compared.</param>
    public static byte[] Write(IReadOnlyList<(string Key, byte[] Record)> items, StringComparison comparison)
    {
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(items.Count * 2) + 1);
        var bytes = new ArrayBufferWriter<byte>();
        WriteInt32(bytes, items.Count);
        WriteInt32(bytes, slots);
        var taken = new int[slots];
        for (var i = 0; i < items.Count; i++)
        {
            var slot = SlotOf(items[i].Key, slots, comparison);
            while (taken[slot] != 0)
            {
                slot = (slot + 1) & (slots - 1);
            }

            taken[slot] = i + 1;
        }

        foreach (var number in taken)
        {
            WriteInt32(bytes, number);
        }

        var offset = 0;
        foreach (var (_, record) in items)
        {
            WriteInt32(bytes, offset);
            offset = checked(offset + record.Length);
        }

        WriteInt32(bytes, offset);
        foreach (var (_, record) in items)
        {
            bytes.Write(record);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>What the record of a key holds; the default where there is none.</summary>
    public T? Find<T>(ReadOnlySpan<char> key, Content<T> read)
    {
        Span<byte> number = stackalloc byte[SlotLength];
        var slot = SlotOf(key, _slots, _comparison);
        for (var looked = key.IsEmpty ? _slots : 0; looked < _slots; looked++, slot = (slot + 1) & (_slots - 1))
        {
            Read(HeadLength + ((long)slot * SlotLength), number);
            var item = BinaryPrimitives.ReadInt32LittleEndian(number);
            if (item == 0)
            {
                return default;
            }

            if (TryRead(item - 1, key, read, out var found))
            {
                return found;
            }
        }

        return default;
    }

    /// <summary>What the record of an item holds.</summary>
    public T Read<T>(int item, Content<T> read) => TryRead(item, default, read, out var found) ? found! : throw RecordReader.Damaged();

    private bool TryRead<T>(int item, ReadOnlySpan<char> key, Content<T> read, out T? found)
    {
        if (item < 0 || item >= Count)
        {
            throw RecordReader.Damaged();
        }

        Span<byte> bounds = stackalloc byte[SlotLength * 2];
        Read(HeadLength + ((_slots + (long)item) * SlotLength), bounds);
        var from = BinaryPrimitives.ReadInt32LittleEndian(bounds);
        var length = BinaryPrimitives.ReadInt32LittleEndian(bounds[SlotLength..]) - (long)from;
        if (from < 0 || length <= 0 || length > _length)
        {
            throw RecordReader.Damaged();
        }

        const int Room = 512;
        var rented = length <= Room ? null : ArrayPool<byte>.Shared.Rent((int)length);
        var record = (rented is null ? stackalloc byte[Room] : rented.AsSpan())[..(int)length];
        try
        {
            Read(HeadLength + ((_slots + Count + 1L) * SlotLength) + from, record);
            var reader = new RecordReader(record);
            var name = reader.Text();
            var isWanted = key.IsEmpty || key.Equals(name, _comparison);
            found = isWanted ? read(name, ref reader) : default;
            return isWanted;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private void Read(long offset, Span<byte> bytes)
    {
        if (offset > _length - bytes.Length)
        {
            throw RecordReader.Damaged();
        }

        _file.Read(_start + offset, bytes);
    }

    /// <summary>FNV-1a over what is compared, the same on every machine.</summary>
    private static int SlotOf(ReadOnlySpan<char> key, int slots, StringComparison comparison)
    {
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ (comparison == StringComparison.Ordinal ? c : char.ToUpperInvariant(c))) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(slots - 1));
    }

    private static void WriteInt32(ArrayBufferWriter<byte> bytes, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(SlotLength), value);
        bytes.Advance(SlotLength);
    }
}
