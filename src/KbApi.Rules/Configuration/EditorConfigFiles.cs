using KbApi.Content.Loading;

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
        var files = new Dictionary<string, EditorConfigFile?>(StringComparer.Ordinal);
        return SeverityOptions.From(FoldersAbove.Of(documents, isLast: folder => In(folder) is { IsRoot: true }).Select(In).OfType<EditorConfigFile>());

        EditorConfigFile? In(string folder)
        {
            if (!files.TryGetValue(folder, out var file))
            {
                var path = Path.Combine(folder, FileName);
                files[folder] = file = File.Exists(path) ? EditorConfigFile.Parse(folder, File.ReadAllText(path)) : null;
            }

            return file;
        }
    }

    /// <summary>The settings for files of content, whose documents are called by the paths that readers are told.</summary>
    /// <param name="files">The files.</param>
    public static SeverityOptions For(IReadOnlyList<ContentFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var options = For(files.Select(f => f.Path));
        return files.FirstOrDefault(f => f.ShownPath != f.Path) is { } file ? options.Shown(ShownFolder.Of(file)) : options;
    }
}
