using System.IO.Compression;

namespace KbApi.Search.Packs;

/// <summary>A pack in one file, a ZIP archive. Of it only what the manifest names is read, and no more than the manifest says.</summary>
internal sealed class ArchivePackSource : PackSource
{
    private readonly string _path;
    private readonly ZipArchive _archive;

    public ArchivePackSource(string path)
    {
        _path = path;
        try
        {
            _archive = ZipFile.OpenRead(path);
            if (_archive.Entries.Count > PackManifest.MaxFiles + 1)
            {
                throw new PackException("TooManyFiles", Name, _archive.Entries.Count, PackManifest.MaxFiles + 1);
            }
        }
        catch (InvalidDataException e)
        {
            throw new PackException(e, "BadArchive", Name);
        }
    }

    public override string Name => _path.Replace('\\', '/');

    /// <summary>Writes a folder with a pack as an archive: the manifest first, then its files by path. Entries say no time.</summary>
    public static void Write(string folder, PackManifest manifest, Stream target)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var path in manifest.Files.Select(f => f.Path).Prepend(PackManifest.FileName))
        {
            var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var to = entry.Open();
            using var from = File.OpenRead(Path.Combine(folder, path));
            from.CopyTo(to);
        }
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream>(new Unpacked((_archive.GetEntry(path) ?? throw new PackException("MissingFile", NameOf(path))).Open(), NameOf(path)));
        }
        catch (InvalidDataException e)
        {
            throw new PackException(e, "BadArchive", NameOf(path));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Says of damage where it is.</summary>
    private sealed class Unpacked(Stream inner, string name) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            try
            {
                return inner.Read(buffer, offset, count);
            }
            catch (InvalidDataException e)
            {
                throw new PackException(e, "BadArchive", name);
            }
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
