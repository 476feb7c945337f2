using System.Collections.Immutable;
using System.Text.Json;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>What a client says when it starts the session.</summary>
internal sealed record InitializeParams
{
    /// <summary>The language of the person, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>The folder that is open, as clients said it before there were several.</summary>
    public string? RootUri { get; init; }

    /// <summary>The folders that are open, or null.</summary>
    public ImmutableArray<WorkspaceFolder>? WorkspaceFolders { get; init; }

    /// <summary>What the client can do.</summary>
    public JsonElement Capabilities { get; init; }

    /// <summary>Settings.</summary>
    public JsonElement InitializationOptions { get; init; }
}

/// <summary>A folder that is open.</summary>
internal sealed record WorkspaceFolder(string Uri, string Name = "");

/// <summary>Folders were opened or closed.</summary>
internal sealed record FoldersChangedParams(FoldersChange Event);

/// <summary>The folders.</summary>
internal sealed record FoldersChange(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);

/// <summary>What the server says about itself.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>Its name and version.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>What it can do.</summary>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; init; } = "utf-16";

    public SyncOptions TextDocumentSync { get; init; } = new(OpenClose: true, Change: 2, Save: true);

    public bool HoverProvider { get; init; } = true;

    public bool DefinitionProvider { get; init; } = true;

    public bool ImplementationProvider { get; init; } = true;

    public bool ReferencesProvider { get; init; } = true;

    public bool DocumentSymbolProvider { get; init; } = true;

    public bool WorkspaceSymbolProvider { get; init; } = true;

    public CompletionOptions CompletionProvider { get; init; } = new(["#", "(", "[", "/", "_"]);

    public CodeActionOptions CodeActionProvider { get; init; } = new([CodeActionKinds.QuickFix, CodeActionKinds.FixAll], ResolveProvider: true);

    public WorkspaceCapabilities Workspace { get; init; } = new(new WorkspaceFoldersCapability(Supported: true, ChangeNotifications: true));
}

/// <summary>What the server wants to be told of documents; changes as stretches.</summary>
internal sealed record SyncOptions(bool OpenClose, int Change, bool Save);

/// <summary>The characters that completion is asked for behind.</summary>
internal sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters);

/// <summary>The kinds of action there are.</summary>
internal sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds, bool ResolveProvider);

/// <summary>What it can do with folders.</summary>
internal sealed record WorkspaceCapabilities(WorkspaceFoldersCapability WorkspaceFolders);

/// <summary>Whether there may be several, which may change.</summary>
internal sealed record WorkspaceFoldersCapability(bool Supported, bool ChangeNotifications);
