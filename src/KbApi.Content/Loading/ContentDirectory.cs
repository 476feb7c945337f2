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
        var root = CommonRoot(paths);
        var files = new List<ContentFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Walk(new DirectoryInfo(path), path).Select(file => ContentFile.OnDisk(file, Path.GetRelativePath(root, file))));
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

    private static string CommonRoot(IReadOnlyCollection<string> paths)
    {
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

    private static IEnumerable<string> Walk(DirectoryInfo folder, string name)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(name, entry.Name);
            if (entry is DirectoryInfo child)
            {
                if (!entry.Name.StartsWith('.') && entry.Name != "node_modules" && entry.LinkTarget is null)
                {
                    foreach (var file in Walk(child, path))
                    {
                        yield return file;
                    }
                }
            }
            else if (DocumentExtensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase) || ContentLayout.IsConfiguration(path))
            {
                yield return path;
            }
        }
    }
}
