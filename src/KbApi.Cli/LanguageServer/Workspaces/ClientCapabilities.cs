using System.Text.Json;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>What a client can do, as far as that matters here.</summary>
internal sealed record ClientCapabilities
{
    /// <summary>Whether it compares the version of a document with that of an edit.</summary>
    public bool HasDocumentChanges { get; private init; }

    /// <summary>Whether edits may have places to fill in.</summary>
    public bool HasSnippets { get; private init; }

    /// <summary>Whether it asks for the edit of an action when that is chosen.</summary>
    public bool ResolvesEdits { get; private init; }

    /// <summary>Whether it shows Markdown.</summary>
    public bool ShowsMarkdown { get; private init; }

    /// <summary>Whether it shows other places of a finding.</summary>
    public bool ShowsRelated { get; private init; }

    /// <summary>Whether it watches files when it is asked to.</summary>
    public bool WatchesFiles { get; private init; }

    /// <summary>Whether it shows how far a work is.</summary>
    public bool ShowsProgress { get; private init; }

    public static ClientCapabilities Read(JsonElement capabilities) => new()
    {
        HasDocumentChanges = Is(capabilities, "workspace", "workspaceEdit", "documentChanges"),
        HasSnippets = Is(capabilities, "workspace", "workspaceEdit", "documentChanges") && Is(capabilities, "workspace", "workspaceEdit", "snippetEditSupport"),
        ResolvesEdits = Names(capabilities, "edit", "textDocument", "codeAction", "resolveSupport", "properties") && Is(capabilities, "textDocument", "codeAction", "dataSupport"),
        ShowsMarkdown = Names(capabilities, "markdown", "textDocument", "hover", "contentFormat"),
        ShowsRelated = Is(capabilities, "textDocument", "publishDiagnostics", "relatedInformation"),
        WatchesFiles = Is(capabilities, "workspace", "didChangeWatchedFiles", "dynamicRegistration"),
        ShowsProgress = Is(capabilities, "window", "workDoneProgress"),
    };

    private static bool Is(JsonElement element, params ReadOnlySpan<string> path) => Find(element, path).ValueKind == JsonValueKind.True;

    private static bool Names(JsonElement element, string name, params ReadOnlySpan<string> path) =>
        Find(element, path) is { ValueKind: JsonValueKind.Array } names && names.EnumerateArray().Any(n => n.ValueKind == JsonValueKind.String && n.ValueEquals(name));

    private static JsonElement Find(JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }
}
