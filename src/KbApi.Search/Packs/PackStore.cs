using System.Security.Cryptography;
using System.Text;

namespace KbApi.Search.Packs;

/// <summary>
/// Keeps copies of packs in a folder: what is done to the original, or half done, does not touch what is served. A copy is made beside, checked
/// on the way, and moved into place when it is complete. Several programs may use the folder at once.
/// </summary>
/// <param name="folder">The folder; made where it does not exist. Null to keep nothing: packs in folders are opened where they stand.</param>
public sealed class PackStore(string? folder)
{
    /// <summary>Copies of one original that are kept: the one in use, and those that other programs may still use.</summary>
    private const int KeptPacks = 3;
    private const int IdLength = 32;
    private const string LastFile = "last";
    private const string Unfinished = ".unfinished-";

    /// <summary>The folder for packs of the user that runs the program, or null where there is none.</summary>
    public static string? FolderOfUser()
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length == 0 ? null : Path.Combine(root, "kbapi", "packs");
    }

    /// <summary>
    /// Opens a copy of a pack: one that is there, else one that is made and checked now; where none can be kept, the pack itself where it is in a
    /// folder.
    /// </summary>
    /// <param name="source">The pack.</param>
    /// <param name="manifest">Its manifest as it is stored.</param>
    /// <param name="progress">Told the number of bytes read so far, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The pack, and whether its source was compared with its manifest on the way; see <see cref="CheckAsync"/>.</returns>
    /// <exception cref="PackException">It is no pack of this format, or is not what its manifest says.</exception>
    /// <exception cref="IOException">It can't be read, or not kept.</exception>
    public async Task<(Pack Pack, bool IsChecked)> OpenAsync(PackSource source, ReadOnlyMemory<byte> manifest, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        var contents = PackManifest.Read(manifest.Span, source.NameOf(PackManifest.FileName));
        var id = PackManifest.IdOf(manifest.Span);
        if (PlaceOf(source.Name) is not { } place)
        {
            return source is FolderPackSource ? (await Pack.OpenAsync(source.Name, cancellation), true) : throw new PackException("NoFolder", source.Name);
        }

        var copy = Path.Combine(place, id[..IdLength]);
        if (TryOpen(copy) is { } known)
        {
            Remember(place, copy);
            return (known, false);
        }

        var unfinished = Path.Combine(place, Unfinished + Path.GetRandomFileName());
        try
        {
            if (!TryCreate(unfinished, source))
            {
                return (await Pack.OpenAsync(source.Name, cancellation), true);
            }

            await PackFiles.ReadAllAsync(source, contents, unfinished, progress, cancellation);
            await File.WriteAllBytesAsync(Path.Combine(unfinished, PackManifest.FileName), manifest, cancellation);
            MoveIntoPlace(unfinished, copy);
        }
        finally
        {
            Remove(unfinished);
        }

        Remember(place, copy);
        RemoveOld(place, copy);
        return (TryOpen(copy) ?? throw new PackException("Damaged", copy.Replace('\\', '/'), ""), true);
    }

    /// <summary>Compares a pack with its manifest: damage is told where it is, even if a good copy could hide it.</summary>
    /// <param name="source">The pack.</param>
    /// <param name="manifest">Its manifest as it is stored.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PackException">A file is missing, or is not what the manifest says.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static Task CheckAsync(PackSource source, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        return PackFiles.ReadAllAsync(source, PackManifest.Read(manifest.Span, source.NameOf(PackManifest.FileName)), folder: null, progress: null, cancellation);
    }

    /// <summary>The copy that was opened last of a pack that can't be had now, or null.</summary>
    /// <param name="name">What the pack is called, as <see cref="PackSource.Name"/>.</param>
    public Pack? OpenLast(string name)
    {
        try
        {
            return PlaceOf(name) is { } place && File.ReadAllText(Path.Combine(place, LastFile)) is { Length: IdLength } id && id.All(char.IsAsciiHexDigitLower)
                ? TryOpen(Path.Combine(place, id))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? PlaceOf(string name) => folder is null
        ? null
        : Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Contains("://", StringComparison.Ordinal) ? name : Path.GetFullPath(name))))[..IdLength]);

    /// <summary>A complete copy, or null. It was checked when it was made; a file that has lost its end since shows.</summary>
    private static Pack? TryOpen(string copy)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(copy, PackManifest.FileName));
            var manifest = PackManifest.Read(bytes, copy);
            return manifest.Files.All(f => new FileInfo(Path.Combine(copy, f.Path)) is { Exists: true } file && file.Length == f.Length)
                ? new Pack(copy, PackManifest.IdOf(bytes), manifest)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Where nothing can be written, a pack in a folder is opened where it stands; another can't be.</summary>
    private static bool TryCreate(string path, PackSource source)
    {
        try
        {
            Directory.CreateDirectory(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return source is FolderPackSource ? false : throw new PackException(e, "CannotKeep", source.Name, path.Replace('\\', '/'), e.Message);
        }
    }

    private static void Remember(string place, string copy)
    {
        try
        {
            var last = Path.Combine(place, LastFile);
            var beside = Path.Combine(place, Unfinished + Path.GetRandomFileName());
            File.WriteAllText(beside, Path.GetFileName(copy));
            File.Move(beside, last, overwrite: true);
            File.SetLastWriteTimeUtc(Path.Combine(copy, PackManifest.FileName), TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that can only be read can be served all the same.
        }
    }

    private static void MoveIntoPlace(string unfinished, string copy)
    {
        if (Directory.Exists(copy) && TryOpen(copy) is null)
        {
            Remove(copy);
        }

        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            // Another program was quicker and made the same.
        }
    }

    private static void RemoveOld(string place, string copy)
    {
        foreach (var old in new DirectoryInfo(place).EnumerateDirectories()
            .Where(d => d.Name != Path.GetFileName(copy) && !d.Name.StartsWith('.'))
            .OrderByDescending(d => File.GetLastWriteTimeUtc(Path.Combine(d.FullName, PackManifest.FileName)))
            .Skip(KeptPacks - 1)
            .ToList())
        {
            Remove(old.FullName);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program has it open; it is removed another time.
        }
    }
}
