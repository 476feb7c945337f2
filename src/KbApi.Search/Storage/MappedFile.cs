using System.IO.MemoryMappedFiles;

namespace KbApi.Search.Storage;

/// <summary>A file that is mapped into memory, for as long as somebody holds this.</summary>
internal sealed unsafe class MappedFile
{
    /// <summary>Unmaps the file when it is finalized, which is when nobody can read any more.</summary>
    private readonly MemoryMappedViewAccessor? _view;

    /// <exception cref="IOException">The file can't be read.</exception>
    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        if (Length == 0)
        {
            return;
        }

        using var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, Length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);

        // The reference to the view keeps the memory; a count that is never given back would keep it for ever.
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        Start = start + _view.PointerOffset;
    }

    /// <summary>Its first byte; null where it has none.</summary>
    public byte* Start { get; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }
}
