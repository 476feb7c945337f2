namespace KbApi.Search.Packs;

/// <summary>Tells whether a pack is whole.</summary>
public static class PackCheck
{
    /// <summary>Compares all files of a pack with its manifest, and reads all that is in them.</summary>
    /// <param name="path">A folder, or a file that ends in <c>.kbpack</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its manifest.</returns>
    /// <exception cref="PackException">It is not whole.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static async Task<PackManifest> RunAsync(string path, CancellationToken cancellation = default)
    {
        if (Directory.Exists(path))
        {
            var pack = await Pack.OpenAsync(path, cancellation);
            pack.CheckModel(cancellation);
            return pack.Manifest;
        }

        using var source = PackSource.At(path);
        var folder = Directory.CreateTempSubdirectory("kb-pack-");
        try
        {
            var (pack, _) = await new PackStore(folder.FullName).OpenAsync(source, await source.ReadManifestAsync(cancellation), progress: null, cancellation);
            pack.CheckModel(cancellation);
            return pack.Manifest;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
