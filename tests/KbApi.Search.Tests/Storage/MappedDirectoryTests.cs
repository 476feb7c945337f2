using System.Runtime.CompilerServices;
using KbApi.Search.Storage;
using Lucene.Net.Store;

namespace KbApi.Search.Tests.Storage;

public sealed class MappedDirectoryTests : IDisposable
{
    private const string Name = "file.bin";

    private readonly TempFolder _folder = new();
    private readonly MappedDirectory _directory;

    public MappedDirectoryTests() => _directory = new MappedDirectory(_folder.Path);

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_written_is_read_as_Lucene_reads_it(int seed)
    {
        var random = new Random(seed);
        var kinds = Enumerable.Range(0, 2_000).Select(_ => random.Next(7)).ToArray();
        Write(output =>
        {
            foreach (var kind in kinds)
            {
                var number = random.NextInt64() >> random.Next(63);
                WriteOne(output, kind, number);
            }
        });
        using var lucenes = new MMapDirectory(_folder.Path);
        using var expected = lucenes.OpenInput(Name, IOContext.DEFAULT);
        using var read = _directory.OpenInput(Name, IOContext.DEFAULT);

        Assert.Equal(expected.Length, read.Length);
        foreach (var kind in kinds)
        {
            Assert.Equal((ReadOne(expected, kind), expected.Position), (ReadOne(read, kind), read.Position));
        }

        Assert.Equal(read.Length, read.Position);
        Assert.Throws<EndOfStreamException>(() => read.ReadByte());
    }

    [Fact]
    public void A_clone_has_a_place_of_its_own()
    {
        Write(output => output.WriteBytes([1, 2, 3, 4], 4));
        using var input = _directory.OpenInput(Name, IOContext.DEFAULT);
        input.Seek(1);
        var clone = (IndexInput)input.Clone();

        Assert.Equal(2, clone.ReadByte());
        clone.Seek(3);

        Assert.Equal((2, 4), (input.ReadByte(), clone.ReadByte()));
    }

    [Fact]
    public void A_part_begins_and_ends_where_it_is_said_to()
    {
        Write(output => output.WriteBytes([1, 2, 3, 4, 5], 5));
        using var slicer = _directory.CreateSlicer(Name, IOContext.DEFAULT);
        using var part = slicer.OpenSlice("part", 1, 3);
        var bytes = new byte[3];

        part.ReadBytes(bytes, 0, 3);

        Assert.Equal([2, 3, 4], bytes);
        Assert.Equal(3, part.Length);
        Assert.Throws<EndOfStreamException>(() => part.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("beyond", 3, 3));
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("before", -1, 3));
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("overflow", 1, long.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Nothing_is_read_beyond_the_end(int length)
    {
        Write(output => output.WriteBytes(new byte[length], length));
        using var input = _directory.OpenInput(Name, IOContext.DEFAULT);

        Assert.Throws<EndOfStreamException>(() => input.ReadInt32());
        Assert.Throws<EndOfStreamException>(() => input.ReadBytes(new byte[4], 0, 4));
        input.Seek(length + 5L);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
        input.Seek(long.MaxValue);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
        Assert.Throws<ArgumentOutOfRangeException>(() => input.Seek(-1));
    }

    [Fact]
    public void Who_still_reads_reads_on_when_the_index_is_closed_and_its_files_are_gone()
    {
        Write(output => output.WriteBytes([1, 2, 3, 4], 4));
        var input = _directory.OpenInput(Name, IOContext.DEFAULT);
        var clone = (IndexInput)input.Clone();

        input.Dispose();
        _directory.Dispose();
        File.Delete(Path.Combine(_folder.Path, Name));
        Collect();

        Assert.Equal([1, 2, 3, 4], new[] { clone.ReadByte(), clone.ReadByte(), clone.ReadByte(), clone.ReadByte() });
    }

    [Fact]
    public void What_nobody_can_read_any_more_is_unmapped()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Write(output => output.WriteBytes([1, 2, 3, 4], 4));
        bool IsMapped() => File.ReadLines("/proc/self/maps").Any(l => l.EndsWith(Path.Combine(_folder.Path, Name), StringComparison.Ordinal));

        ReadAndForget(() => Assert.True(IsMapped()));
        Collect();

        Assert.False(IsMapped());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadAndForget(Action meanwhile)
    {
        var clone = (IndexInput)_directory.OpenInput(Name, IOContext.DEFAULT).Clone();
        meanwhile();
        Assert.Equal(1, clone.ReadByte());
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Write(Action<IndexOutput> write)
    {
        using var output = _directory.CreateOutput(Name, IOContext.DEFAULT);
        write(output);
    }

    private static void WriteOne(IndexOutput output, int kind, long number)
    {
        switch (kind)
        {
            case 0:
                output.WriteByte((byte)number);
                break;
            case 1:
                output.WriteInt16((short)number);
                break;
            case 2:
                output.WriteInt32((int)number);
                break;
            case 3:
                output.WriteInt64(number);
                break;
            case 4:
                output.WriteVInt32((int)number);
                break;
            case 5:
                output.WriteVInt64(number & long.MaxValue);
                break;
            default:
                output.WriteString($"Lösenord {number}");
                break;
        }
    }

    private static object ReadOne(IndexInput input, int kind) => kind switch
    {
        0 => input.ReadByte(),
        1 => input.ReadInt16(),
        2 => input.ReadInt32(),
        3 => input.ReadInt64(),
        4 => input.ReadVInt32(),
        5 => input.ReadVInt64(),
        _ => input.ReadString(),
    };
}
