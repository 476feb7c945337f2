using KbApi.Search;
using KbApi.Search.Packs;

namespace KbApi.Cli.CommandLine;

/// <summary>Opens packs for commands that take content.</summary>
internal static class PackLoading
{
    /// <summary>The pack that the paths name, or null where they name none.</summary>
    /// <exception cref="PackException">It can't be used, or something else is named beside it.</exception>
    public static Pack? TryOpen(IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        if (!paths.Any(PackSource.IsPack))
        {
            return null;
        }

        return paths.Count == 1 ? Open(paths.First(), cancellation) : throw PackException.NotAlone(paths.First(PackSource.IsPack));
    }

    /// <summary>The search index of the pack that the paths name, or null where they name none.</summary>
    /// <exception cref="PackException">It can't be used, or something else is named beside it.</exception>
    public static SearchIndex? TryOpenIndex(IReadOnlyCollection<string> paths, CancellationToken cancellation) =>
        TryOpen(paths, cancellation) is { } pack ? pack.OpenIndex(pack.LoadServed()) : null;

    /// <summary>A folder is opened where it stands; of an archive, a copy is kept.</summary>
    private static Pack Open(string path, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            if (Directory.Exists(path))
            {
                return await Pack.OpenAsync(path, cancellation);
            }

            using var source = PackSource.At(path);
            var (pack, _) = await new PackStore(PackStore.FolderOfUser()).OpenAsync(source, await source.ReadManifestAsync(cancellation), progress: null, cancellation);
            return pack;
        },
        cancellation).GetAwaiter().GetResult();
}
