namespace KbApi.Content.Loading;

/// <summary>Where a path leads when all links in it are followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path without links; what does not exist stays as it is.</summary>
    public static string Of(string path)
    {
        var links = 0;
        return Follow(Path.GetFullPath(path), ref links);
    }

    /// <summary>Whether a path leads to something below a folder that has no links itself.</summary>
    public static bool IsBelow(string path, string folder) =>
        Of(path).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Follow(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var real = Path.Combine(Follow(parent, ref links), Path.GetFileName(path));
        var target = new FileInfo(real).LinkTarget ?? new DirectoryInfo(real).LinkTarget;
        return target is null || ++links > MaxLinks ? real : Follow(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links);
    }
}
