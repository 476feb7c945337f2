using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Content.Loading;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>The files of content as they lie on disk.</summary>
internal sealed class FolderFiles
{
    private static readonly string[] Extensions = [".md", ".markdown"];

    private readonly ImmutableArray<string> _paths;
    private readonly string? _root;

    private FolderFiles(ImmutableArray<string> paths, string? root, IReadOnlyList<ContentFile> files)
    {
        _paths = paths;
        _root = root;
        Files = files;
    }

    /// <summary>No file: only documents that are open count, wherever they lie.</summary>
    public static FolderFiles None { get; } = new([], root: null, []);

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>The files under some full paths, which exist.</summary>
    public static FolderFiles Find(ImmutableArray<string> paths)
    {
        try
        {
            return paths.IsEmpty ? new FolderFiles([], root: "", []) : new FolderFiles(paths, ContentDirectory.RootOf(paths), ContentDirectory.Find(paths));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that went away meanwhile; the client tells of that, too.
            return new FolderFiles([], root: "", []);
        }
    }

    public static bool IsBelow(string path, string folder)
    {
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    public bool HasSamePaths(FolderFiles other) => Files.Select(f => f.Path).SequenceEqual(other.Files.Select(f => f.Path));

    /// <summary>The files, with open documents in their places.</summary>
    public IReadOnlyList<ContentFile> With(IEnumerable<OpenDocument> open)
    {
        var files = Files.ToDictionary(f => Path.GetFullPath(f.Path), DocumentUri.PathComparer);
        foreach (var document in open)
        {
            if (files.TryGetValue(document.Path, out var file))
            {
                files[document.Path] = document.ToContentFile(file.Path, file.RelativePath);
            }
            else if (RelativePathOf(document.Path) is { } relative)
            {
                files[document.Path] = document.ToContentFile(document.Path.Replace('\\', '/'), relative);
            }
        }

        return [.. files.Values];
    }

    /// <summary>The path of a new document below the root; null where it is no content.</summary>
    private string? RelativePathOf(string path)
    {
        if (_root is null)
        {
            return Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? path.Replace('\\', '/').TrimStart('/') : null;
        }

        var isBelow = _paths.Any(p => IsBelow(path, p) || DocumentUri.PathComparer.Equals(path, p));
        var relative = isBelow ? Path.GetRelativePath(_root, path).Replace('\\', '/') : "";
        return isBelow && ContentDirectory.IsContent(relative) ? relative : null;
    }
}
