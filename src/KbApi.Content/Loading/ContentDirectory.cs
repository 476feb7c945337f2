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
                Walk(new DirectoryInfo(path), path, root, RealPath.Of(path), files);
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

        return [.. files.DistinctBy(f => Path.GetFullPath(f.Path)).OrderBy(f => f.RelativePath, StringComparer.Ordinal)];
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
            && (DocumentExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || ContentLayout.IsConfiguration(path));
    }

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

    private static void Walk(DirectoryInfo folder, string name, string root, string top, List<ContentFile> files)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reported like a file that can't be read.
            files.Add(new ContentFile(name.Replace('\\', '/'), Path.GetRelativePath(root, name).Replace('\\', '/'), "", 0, () => throw new IOException(e.Message, e)));
            return;
        }

        foreach (var entry in entries)
        {
            var path = Path.Combine(name, entry.Name);
            if (entry is DirectoryInfo child)
            {
                if (IsVisible(entry.Name) && entry.LinkTarget is null)
                {
                    Walk(child, path, root, top, files);
                }
            }
            else if (DocumentExtensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase) || ContentLayout.IsConfiguration(path))
            {
                files.Add(entry.LinkTarget is not null && entry.Exists && !RealPath.IsBelow(path, top)
                    ? LinkOut(path, Path.GetRelativePath(root, path))
                    : ContentFile.OnDisk(path, Path.GetRelativePath(root, path)));
            }
        }
    }

    /// <summary>A link to something outside of the content: who may write content may not make the server read other files. Reported like a file that can't be read.</summary>
    private static ContentFile LinkOut(string path, string relativePath) =>
        new(path.Replace('\\', '/'), relativePath.Replace('\\', '/'), "", 0, () => throw new IOException("It is a link to a file outside of the content."));
}
