using System.Text;
using System.Text.Json;

namespace KbApi.Cli.Export.Files;

/// <summary>
/// A folder with a site, written beside the old one and then put in its place, so that nobody is ever served half a site. A folder that something else wrote
/// is left alone.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>By this file a site of this program is known.</summary>
    private const string Mark = "kb-site.json";

    private readonly string _target;
    private readonly string _beside;
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);

    private SiteFolder(string target)
    {
        _target = target;
        _beside = target + ".kb-" + Path.GetRandomFileName();
        Directory.CreateDirectory(_beside);
    }

    /// <summary>How many files were written.</summary>
    public int Count => _files.Count;

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>What stands in a folder that this program did not write; null where a site may be written there.</summary>
    /// <param name="path">The folder.</param>
    public static string? Foreign(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFileName(path);
        }

        return !Directory.Exists(path) || File.Exists(Path.Combine(path, Mark))
            ? null
            : Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Begins a site.</summary>
    /// <exception cref="IOException">The folder beside can't be made.</exception>
    public static SiteFolder Begin(string path) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path in the site, with forward slashes.</param>
    /// <param name="bytes">What is in it.</param>
    /// <exception cref="InvalidOperationException">There is one with this name, perhaps in other letters.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (!_files.Add(path))
        {
            throw new InvalidOperationException($"'{path}' is written twice; name one of the two otherwise.");
        }

        var full = Path.Combine(_beside, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        Length += bytes.Length;
    }

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts the site in its place.</summary>
    public void Finish(string snapshotId)
    {
        Write(Mark, JsonSerializer.Serialize(new { generator = "kb export --static", snapshot = snapshotId, files = _files.Count }) + "\n");
        var old = _target + ".kb-old-" + Path.GetRandomFileName();
        var hadOld = Directory.Exists(_target);
        if (hadOld)
        {
            Directory.Move(_target, old);
        }

        try
        {
            Directory.Move(_beside, _target);
        }
        catch (Exception e) when (hadOld && e is IOException or UnauthorizedAccessException)
        {
            Directory.Move(old, _target);
            throw;
        }

        if (hadOld)
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_beside))
        {
            Directory.Delete(_beside, recursive: true);
        }
    }
}
