using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Packs;

namespace KbApi.Search.Packs;

/// <summary>Makes packs of knowledge bases.</summary>
public static class PackBuilder
{
    private const string Unfinished = "-unfinished-";

    /// <summary>Writes a pack beside its place and moves it there when it is complete; a pack that is there is replaced.</summary>
    /// <param name="content">The knowledge base of the content alone.</param>
    /// <param name="served">That of the content and of the program's own articles.</param>
    /// <param name="settings">What <see cref="Pack.Settings"/> is to give.</param>
    /// <param name="target">The folder of the pack, or a file that ends in <c>.kbpack</c>.</param>
    /// <param name="progress">Told the number of articles written so far, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="PackException">At the target stands something that is no pack.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    public static PackManifest Build(
        KnowledgeBase content, KnowledgeBase served, ReadOnlySpan<byte> settings, string target, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(target);
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        CheckPlace(place, target);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(place)!, "." + Path.GetFileName(place) + Unfinished + Path.GetRandomFileName());
        try
        {
            var manifest = Write(unfinished, content, served, settings, progress, cancellation);
            if (IsArchive(place))
            {
                WriteArchive(unfinished, manifest, place);
            }
            else
            {
                MoveIntoPlace(unfinished, place);
            }

            return manifest;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static bool IsArchive(string place) => place.EndsWith(PackLayout.FileExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Only what is a pack already may be replaced.</summary>
    private static void CheckPlace(string place, string target)
    {
        var isFree = IsArchive(place)
            ? !Directory.Exists(place)
            : !File.Exists(place) && (!Directory.Exists(place) || PackSource.IsPack(place) || !Directory.EnumerateFileSystemEntries(place).Any());
        if (!isFree)
        {
            throw new PackException("NotReplaced", target);
        }
    }

    private static PackManifest Write(
        string folder, KnowledgeBase content, KnowledgeBase served, ReadOnlySpan<byte> settings, IProgress<int>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        using (var model = new FileStream(Path.Combine(folder, PackLayout.Model), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1024 * 1024))
        {
            ModelWriter.Write(model, [served, content], progress, cancellation);
            model.Flush(flushToDisk: true);
        }

        File.WriteAllBytes(Path.Combine(folder, PackLayout.Settings), settings);
        PackedIndex.Write(Path.Combine(folder, PackLayout.Index), served, cancellation);
        ImmutableArray<PackFile> files = [.. FilesOf(folder).Order(StringComparer.Ordinal).Select(path => PackFiles.Describe(folder, path))];
        var manifest = new PackManifest(
            PackManifest.CurrentFormat,
            served.SnapshotId,
            content.ContentHash,
            served.DefaultLocale.Value,
            [.. served.Locales.Select(l => l.Value)],
            new PackCounts(served.Articles.Items.Sum(a => a.Locales.Length), served.Entries.Count, served.Procedures.Count, served.Codes.Lookups.All.Count()),
            files);
        File.WriteAllBytes(Path.Combine(folder, PackManifest.FileName), manifest.ToJson());
        return manifest;
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    private static void WriteArchive(string folder, PackManifest manifest, string place)
    {
        var beside = folder + PackLayout.FileExtension;
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                ArchivePackSource.Write(folder, manifest, stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, place, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void MoveIntoPlace(string folder, string place)
    {
        var before = folder + "-before";
        if (Directory.Exists(place))
        {
            Directory.Move(place, before);
        }

        try
        {
            Directory.Move(folder, place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The old pack is better than none.
            if (Directory.Exists(before) && !Directory.Exists(place))
            {
                Directory.Move(before, place);
            }

            throw;
        }

        if (Directory.Exists(before))
        {
            Directory.Delete(before, recursive: true);
        }
    }
}
