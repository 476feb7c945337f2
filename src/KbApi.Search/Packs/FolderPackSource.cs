namespace KbApi.Search.Packs;

/// <summary>A pack in a folder.</summary>
internal sealed class FolderPackSource(string folder) : PackSource
{
    public override string Name => folder.Replace('\\', '/');

    public override int MaxParallelism => Environment.ProcessorCount;

    public override Task<Stream> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(
                Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PackException(e, "MissingFile", NameOf(path));
        }
    }
}
