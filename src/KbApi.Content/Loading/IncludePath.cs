namespace KbApi.Content.Loading;

/// <summary>Paths that documents include others by.</summary>
internal static class IncludePath
{
    /// <summary>
    /// The path below the content's root; null where it leads out of it. <c>~/</c> and <c>/</c> begin at the root.
    /// </summary>
    /// <param name="from">The including file, below the root.</param>
    /// <param name="path">The path as it is written.</param>
    public static string? Resolve(string from, string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        path = Uri.UnescapeDataString(end < 0 ? path : path[..end]).Replace('\\', '/');
        var segments = new List<string>(path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith('/') ? [] : from.Split('/').SkipLast(1));
        foreach (var segment in path.TrimStart('~').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count == 0)
            {
                return null;
            }

            if (segment == "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }
}
