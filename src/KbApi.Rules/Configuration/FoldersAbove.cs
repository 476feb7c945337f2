namespace KbApi.Rules.Configuration;

/// <summary>The folders that documents stand in, and those above them.</summary>
internal static class FoldersAbove
{
    /// <summary>Each folder once, outer ones before inner ones; the working folder has the empty name.</summary>
    /// <param name="documents">The documents' paths.</param>
    /// <param name="isLast">Whether folders above one do not count.</param>
    public static IEnumerable<string> Of(IEnumerable<string> documents, Func<string, bool> isLast)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in documents.Select(d => Path.GetDirectoryName(d) ?? "").Distinct(StringComparer.Ordinal))
        {
            for (var current = folder; folders.Add(current) && !isLast(current) && current.Length > 0 && Path.GetDirectoryName(current) is { } above; current = above)
            {
            }
        }

        // An outer folder's path is the beginning of an inner one's, so ordinal order puts it first.
        return folders;
    }
}
