namespace KbApi.Content.Loading;

/// <summary>Finds the files of a knowledge base on disk.</summary>
public static class ContentDirectory
{
    private static readonly string[] DocumentExtensions = [".md", ".markdown"];

    /// <summary>
    /// The documents under some paths, files and folders, and the files beside them that configure the reader; ordered by path.
    /// Hidden folders, <c>node_modules</c> and links to folders are left out; a link to a file outside of the folder can't be read.
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static IReadOnlyList<ContentFile> Find(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var root = RootOf(paths);
        var files = new List<ContentFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                Walk(new DirectoryInfo(path), path, BelowRoot(root, path), RealPath.Of(path), files);
            }
            else if (File.Exists(path))
            {
                files.Add(ContentFile.OnDisk(path, Path.GetRelativePath(root, path)));
            }
            else
            {
                throw new FileNotFoundException($"'{path}' does not exist.", path);
            }
        }

        // Only one of several paths can lead to what another leads to.
        var found = paths.Count == 1 ? files : files.DistinctBy(f => Path.GetFullPath(f.Path));
        return [.. found.OrderBy(f => f.RelativePath, StringComparer.Ordinal)];
    }

    /// <summary>
    /// As <see cref="Find"/>, for those who pass on what the files say: where a path as given tells how the disk is laid out, readers are told
    /// the path from the content's own folder on.
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static IReadOnlyList<ContentFile> FindShown(IReadOnlyCollection<string> paths)
    {
        var files = Find(paths);
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(RootOf(paths)));
        return [.. files.Select(f => f with { ShownPath = IsShown(f.Path) ? f.Path : folder.Length == 0 ? f.RelativePath : $"{folder}/{f.RelativePath}" })];
    }

    /// <summary>Whether a path below a content's root is that of a document or of a file that configures the reader.</summary>
    /// <param name="path">The path, with forward slashes.</param>
    public static bool IsContent(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/').SkipLast(1).All(IsVisible)
            && (IsDocument(path) || ContentLayout.IsConfiguration(path));
    }

    private static bool IsDocument(string path) => Array.Exists(DocumentExtensions, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static bool IsShown(string path) => !Path.IsPathRooted(path) && path.Split('/').All(segment => segment is not ("" or "." or ".."));

    private static bool IsVisible(string folder) => !folder.StartsWith('.') && folder != "node_modules";

    /// <summary>The folder that the relative paths of files begin at: the innermost around all the paths.</summary>
    /// <param name="paths">Files and folders.</param>
    public static string RootOf(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string? root = null;
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            var folder = Path.TrimEndingDirectorySeparator(Directory.Exists(full) ? full : Path.GetDirectoryName(full)!);
            root = root is null ? folder : CommonPrefix(root, folder);
        }

        return root ?? ".";
    }

    private static string CommonPrefix(string left, string right)
    {
        var a = left.Split(Path.DirectorySeparatorChar);
        var b = right.Split(Path.DirectorySeparatorChar);
        var common = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return common == 0 ? right : string.Join(Path.DirectorySeparatorChar, a.Take(common)) + Path.DirectorySeparatorChar;
    }

    /// <summary>What the relative paths of files in a folder begin with.</summary>
    private static string BelowRoot(string root, string folder) => Path.GetRelativePath(root, folder) is var path && path == "." ? "" : path.Replace('\\', '/') + "/";

    private static void Walk(DirectoryInfo folder, string name, string below, string top, List<ContentFile> files)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reported like a file that can't be read.
            files.Add(new ContentFile(name.Replace('\\', '/'), below.Length == 0 ? "." : below.TrimEnd('/'), "", 0, () => throw new IOException(e.Message, e)));
            return;
        }

        foreach (var entry in entries)
        {
            var path = Path.Combine(name, entry.Name);
            if (entry is DirectoryInfo child)
            {
                if (IsVisible(entry.Name) && !IsLink(entry))
                {
                    Walk(child, path, below + entry.Name + "/", top, files);
                }
            }
            else if (IsDocument(entry.Name) || ContentLayout.IsConfiguration(path))
            {
                files.Add(IsLink(entry) && entry.Exists && !RealPath.IsBelow(path, top)
                    ? LinkOut(path, below + entry.Name)
                    : ContentFile.Of((FileInfo)entry, path, below + entry.Name));
            }
        }
    }

    /// <summary>Most are none, which their attributes tell without another look at the disk.</summary>
    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;

    /// <summary>A link to something outside of the content: who may write content may not make the server read other files. Reported like a file that can't be read.</summary>
    private static ContentFile LinkOut(string path, string relativePath) =>
        new(path.Replace('\\', '/'), relativePath.Replace('\\', '/'), "", 0, () => throw new IOException("It is a link to a file outside of the content."));
}
