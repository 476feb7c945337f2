using System.Text.Json;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;

namespace KbApi.Cli.LanguageServer;

/// <summary>What an editor tells of documents, files and folders.</summary>
internal static class WorkspaceNotices
{
    /// <summary>Takes in what is told.</summary>
    /// <param name="folders">What it is told about.</param>
    /// <param name="method">The notification.</param>
    /// <param name="parameters">What it says.</param>
    /// <param name="watchesFiles">Whether the editor tells of files that change, whoever changes them.</param>
    /// <returns>Whether findings may have changed; what is not known changes none.</returns>
    public static bool Take(ContentFolders folders, string method, JsonElement parameters, bool watchesFiles)
    {
        switch (method)
        {
            case "textDocument/didOpen":
                Open(folders, LspJson.Read(parameters, LspJson.Default.DidOpenParams).TextDocument);
                return true;
            case "textDocument/didChange":
                Change(folders, LspJson.Read(parameters, LspJson.Default.DidChangeParams));
                return true;
            case "textDocument/didClose":
                Close(folders, LspJson.Read(parameters, LspJson.Default.DocumentParams).TextDocument.Uri);
                return true;
            case "textDocument/didSave":
                // Who watches files tells of this one, too.
                Refresh(folders, watchesFiles ? [] : [LspJson.Read(parameters, LspJson.Default.DocumentParams).TextDocument.Uri]);
                return true;
            case "workspace/didChangeWatchedFiles":
                Refresh(folders, LspJson.Read(parameters, LspJson.Default.FilesChangedParams).Changes.Select(c => c.Uri));
                return true;
            case "workspace/didChangeWorkspaceFolders":
                Replace(folders, LspJson.Read(parameters, LspJson.Default.FoldersChangedParams).Event);
                return true;
            default:
                return false;
        }
    }

    private static void Open(ContentFolders folders, OpenedDocument document)
    {
        if (DocumentUri.ToPath(document.Uri) is { } path)
        {
            folders.Open(OpenDocument.Create(document.Uri, path, document.Version, document.Text));
        }
    }

    private static void Change(ContentFolders folders, DidChangeParams change)
    {
        if (DocumentUri.ToPath(change.TextDocument.Uri) is { } path && folders.Find(path) is { } document)
        {
            folders.Open(document.With(change.TextDocument.Version ?? document.Version, ContentChanges.Apply(document.Text, change.ContentChanges)));
        }
    }

    private static void Close(ContentFolders folders, string uri)
    {
        if (DocumentUri.ToPath(uri) is { } path)
        {
            folders.Close(path);
        }
    }

    private static void Refresh(ContentFolders folders, IEnumerable<string> uris)
    {
        var paths = uris.Select(DocumentUri.ToPath).OfType<string>().ToList();
        foreach (var folder in folders.Items.Where(f => paths.Exists(f.Encloses)))
        {
            folder.Refresh(isAboutRules: paths.Exists(p => Path.GetFileName(p) is ".editorconfig" or "kb-rules.yaml"));
        }
    }

    private static void Replace(ContentFolders folders, FoldersChange change)
    {
        var removed = change.Removed.Select(f => DocumentUri.ToPath(f.Uri)).OfType<string>().ToHashSet(DocumentUri.PathComparer);
        folders.Replace(folders.Items.Select(f => f.Path).Concat(change.Added.Select(f => DocumentUri.ToPath(f.Uri))).OfType<string>().Where(p => !removed.Contains(p)));
    }
}
