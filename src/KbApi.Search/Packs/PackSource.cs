namespace KbApi.Search.Packs;

/// <summary>Where a pack comes from: a folder, a file, an address.</summary>
public abstract class PackSource : IDisposable
{
    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>How many of its files may be read at a time.</summary>
    public virtual int MaxParallelism => 1;

    /// <summary>The pack at a path.</summary>
    /// <param name="path">A folder, or a file that ends in <c>.kbpack</c>.</param>
    /// <exception cref="PackException">The file is no archive.</exception>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static PackSource At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Directory.Exists(path) ? new FolderPackSource(path) : new ArchivePackSource(path);
    }

    /// <summary>Whether a path is that of a pack: a folder with a manifest or a model, or a file that ends in <c>.kbpack</c>.</summary>
    public static bool IsPack(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(PackLayout.FileExtension, StringComparison.OrdinalIgnoreCase)
            ? File.Exists(path)
            : File.Exists(Path.Combine(path, PackManifest.FileName)) || File.Exists(Path.Combine(path, PackLayout.Model));
    }

    /// <summary>Opens a file of the pack for reading.</summary>
    /// <param name="path">Its path in the pack.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PackException">There is no such file.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public abstract Task<Stream> OpenAsync(string path, CancellationToken cancellation);

    /// <summary>The manifest as it is stored.</summary>
    /// <exception cref="PackException">There is none, or it is too large.</exception>
    public async Task<byte[]> ReadManifestAsync(CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(PackManifest.FileName, cancellation);
        return await ReadManifestAsync(stream, NameOf(PackManifest.FileName), cancellation);
    }

    /// <summary>What people call a file of it.</summary>
    public string NameOf(string path) => Name.TrimEnd('/') + "/" + path;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Reads a manifest, but no more than one may have.</summary>
    /// <param name="stream">The manifest as it is stored.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PackException">It is too large.</exception>
    protected static async Task<byte[]> ReadManifestAsync(Stream stream, string name, CancellationToken cancellation)
    {
        var bytes = new byte[PackManifest.MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length <= PackManifest.MaxBytes ? bytes[..length] : throw new PackException("ManifestTooLarge", name, PackManifest.MaxBytes);
    }
}
