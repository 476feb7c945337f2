using System.IO.MemoryMappedFiles;

namespace KbApi.Content.Packs;

/// <summary>
/// A file that is mapped into memory and read at places. What is read is copied, with its bounds checked, so that nothing points into the map.
/// The map is given back when nobody holds the file any more.
/// </summary>
internal sealed class MappedFile
{
    private readonly MemoryMappedViewAccessor _view;

    private MappedFile(MemoryMappedViewAccessor view, long length) => (_view, Length) = (view, length);

    /// <summary>Its length in bytes when it was opened.</summary>
    public long Length { get; }

    /// <exception cref="IOException">The file can't be opened, or is empty.</exception>
    public static MappedFile Open(string path)
    {
        // Whoever replaces the file writes another beside and renames it; the map stays with this one.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var length = stream.Length;
        if (length == 0)
        {
            throw new InvalidDataException($"'{path}' is empty.");
        }

        using var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        return new MappedFile(file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>Copies bytes.</summary>
    /// <exception cref="InvalidDataException">They do not lie in the file.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        if (offset < 0 || offset > Length - bytes.Length)
        {
            throw RecordReader.Damaged();
        }

        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(offset + _view.PointerOffset), bytes);
    }
}
