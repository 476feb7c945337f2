using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>The open folders, and the open documents. Used by the one thread that takes messages.</summary>
/// <param name="settings">What the session is set to.</param>
internal sealed class ContentFolders(LanguageSettings settings)
{
    private readonly Dictionary<string, OpenDocument> _open = new(DocumentUri.PathComparer);

    /// <summary>The folders; without any, one that takes each open document for itself.</summary>
    public ImmutableArray<ContentFolder> Items { get; private set; } = [new ContentFolder(path: null, settings)];

    public OpenDocument? Find(string path) => _open.GetValueOrDefault(path);

    /// <summary>The innermost folder around a file, or null.</summary>
    public ContentFolder? FolderOf(string path) => Innermost(Items, path);

    /// <summary>The innermost of some folders around a file, or null.</summary>
    public static ContentFolder? Innermost(ImmutableArray<ContentFolder> folders, string path) => folders.Where(f => f.Encloses(path)).MaxBy(f => f.Path?.Length ?? 0);

    public void Open(OpenDocument document)
    {
        _open[document.Path] = document;
        FolderOf(document.Path)?.Show(document);
    }

    public void Close(string path)
    {
        if (_open.Remove(path))
        {
            FolderOf(path)?.Forget(path);
        }
    }

    /// <summary>Puts other folders in the place of those that are open; those that stay keep what they know.</summary>
    public void Replace(IEnumerable<string> paths)
    {
        var kept = Items.Where(f => f.Path is not null).ToDictionary(f => f.Path!, DocumentUri.PathComparer);
        Items = [.. paths.Distinct(DocumentUri.PathComparer).Select(p => kept.GetValueOrDefault(p) ?? new ContentFolder(p, settings))];
        if (Items.IsEmpty)
        {
            Items = [new ContentFolder(path: null, settings)];
        }

        foreach (var document in _open.Values)
        {
            var owner = FolderOf(document.Path);
            foreach (var other in Items.Where(f => f != owner))
            {
                other.Forget(document.Path);
            }

            owner?.Show(document);
        }
    }
}
