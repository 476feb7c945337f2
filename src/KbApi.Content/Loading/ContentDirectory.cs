namespace KbApi.Content.Loading;

/// <summary>Finds the files of a knowledge base on disk.</summary>
public static class ContentDirectory
{
    private static readonly string[] DocumentExtensions = [".md", ".markdown"];

    /// <summary>
    /// The documents under some paths, files and folders, and the files beside them that configure the reader; ordered by path.
    /// Hidden folders, <c>node_modules</c> and links to folders are left out.
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
                Walk(new DirectoryInfo(path), path, root, files);
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

    /// <summary>Whether a path below a content's root is that of a document or of a file that configures the reader.</summary>
    /// <param name="path">The path, with forward slashes.</param>
    public static bool IsContent(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/').SkipLast(1).All(IsVisible)
            && (DocumentExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || ContentLayout.IsConfiguration(path));
    }

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

    private static void Walk(DirectoryInfo folder, string name, string root, List<ContentFile> files)
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
                    Walk(child, path, root, files);
                }
            }
            else if (DocumentExtensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase) || ContentLayout.IsConfiguration(path))
            {
                files.Add(ContentFile.OnDisk(path, Path.GetRelativePath(root, path)));
            }
        }
    }
}
