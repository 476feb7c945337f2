using Lucene.Net.Store;

namespace KbApi.Search.Storage;

/// <summary>
/// The files of an index, read from memory that they are mapped into. Unlike Lucene's own it keeps no table of who reads a file: a search makes
/// readers by the dozen, and the collector visits each place of such a table each time (docs/adr/0050-mapped-index-without-tables-of-readers.md).
/// </summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="locks">How writers keep one another out; the file system's way where null.</param>
internal sealed class MappedDirectory(string folder, LockFactory? locks = null) : FSDirectory(new DirectoryInfo(folder), locks)
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new MappedInput(name, Map(name));
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, Map(name));
    }

    private MappedFile Map(string name) => new(Path.Combine(Directory.FullName, name));

    /// <summary>Parts of a file, as Lucene's compound files have them.</summary>
    private sealed class Slicer(string name, MappedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new MappedInput($"{name} [{sliceDescription}]", file, offset, length);

        [Obsolete("Lucene reads files of its version 3 so.")]
        public override IndexInput OpenFullSlice() => new MappedInput(name, file);

        protected override void Dispose(bool disposing)
        {
            // Whoever reads a part holds the file.
        }
    }
}
