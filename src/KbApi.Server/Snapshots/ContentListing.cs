using KbApi.Content.Loading;
using KbApi.Rules.Configuration;

namespace KbApi.Server.Snapshots;

/// <summary>
/// The files of the content as they were found last. Where it is known which of them changed, only those are looked at again; what else there may be
/// shows the next time that all are. Immutable.
/// </summary>
internal sealed class ContentListing
{
    private const string SettingsFile = ".editorconfig";

    private readonly IReadOnlyList<string> _paths;

    private ContentListing(IReadOnlyList<string> paths, IReadOnlyList<ContentFile> files, SeverityOptions severities) =>
        (_paths, Files, Severities) = (paths, files, severities);

    /// <summary>The files, in order of their relative paths.</summary>
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>What is set for findings in them.</summary>
    public SeverityOptions Severities { get; }

    /// <summary>Looks for all files.</summary>
    /// <param name="paths">Files and folders.</param>
    public static ContentListing Of(IReadOnlyList<string> paths)
    {
        var files = ContentDirectory.FindShown(paths);
        return new ContentListing(paths, files, EditorConfigFiles.For(files));
    }

    /// <summary>Looks again.</summary>
    /// <param name="changed">What may have changed; null where it may be anything.</param>
    public ContentListing Again(IReadOnlyCollection<string>? changed)
    {
        if (changed is null)
        {
            return Of(_paths);
        }

        var files = new List<ContentFile>(Files);
        foreach (var path in changed)
        {
            var place = files.FindIndex(f => f.Path == path);
            var file = new FileInfo(path);
            if (place >= 0 && file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                var found = ContentFile.OnDisk(path, files[place].RelativePath);
                files[place] = files[place] with { Stamp = found.Stamp, Length = found.Length };
            }
            else if (place >= 0 || !IsForeign(path))
            {
                return Of(_paths);
            }
        }

        return new ContentListing(_paths, files, Severities);
    }

    /// <summary>Whether there is nothing else in it than in another.</summary>
    public bool IsLike(ContentListing other) =>
        Severities.Fingerprint == other.Severities.Fingerprint
        && Files.Count == other.Files.Count
        && Files.Zip(other.Files).All(pair => ReferenceEquals(pair.First, pair.Second) || (pair.First.RelativePath == pair.Second.RelativePath && pair.First.Stamp == pair.Second.Stamp));

    /// <summary>Whether it is a file that the content has nothing to do with, as editors write beside those that they save.</summary>
    private bool IsForeign(string path) =>
        !ContentDirectory.IsContent(Path.GetFileName(path)) && !ContentLayout.IsConfiguration(path) && Path.GetFileName(path) != SettingsFile
        && !Directory.Exists(path) && !Files.Any(f => f.Path.StartsWith(path + "/", StringComparison.Ordinal));
}
