namespace KbApi.Rules.Configuration;

/// <summary>Finds the <c>.editorconfig</c> files that hold for documents on disk.</summary>
public static class EditorConfigFiles
{
    internal const string FileName = ".editorconfig";

    /// <summary>The settings for documents under some paths: files in their folders and in those above, up to one that is root.</summary>
    /// <param name="documents">The documents' paths, as findings name them.</param>
    public static SeverityOptions For(IEnumerable<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var folders = documents.Select(d => Path.GetDirectoryName(d) ?? "").Distinct(StringComparer.Ordinal);
        var files = new SortedDictionary<string, EditorConfigFile>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            for (var current = folder; ; current = Path.GetDirectoryName(current) ?? "")
            {
                var path = Path.Combine(current, FileName);
                if (File.Exists(path))
                {
                    files.TryAdd(current, EditorConfigFile.Parse(current, File.ReadAllText(path)));
                    if (files[current].IsRoot)
                    {
                        break;
                    }
                }

                if (current.Length == 0 || Path.GetDirectoryName(current) is null)
                {
                    break;
                }
            }
        }

        // An outer folder's path is the beginning of an inner one's, so ordinal order puts it first.
        return SeverityOptions.From(files.Values);
    }
}
