using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Features;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer;

/// <summary>Answers what is asked of documents, each request on the state that the messages before it have made.</summary>
internal sealed class LanguageFeatures(ContentFolders folders, HoverFeature hover, CodeActionFeature actions)
{
    public RpcWork Take(string method, JsonElement parameters) => method switch
    {
        "textDocument/hover" => AtPlace(parameters, LspJson.Default.Hover, at => hover.Find(at.Snapshot, at.Text, at.Article, at.Offset)),
        "textDocument/definition" => Locations(parameters, DefinitionFeature.Find),
        "textDocument/implementation" => Locations(parameters, ImplementationFeature.Find),
        "textDocument/references" => References(LspJson.Read(parameters, LspJson.Default.ReferenceParams)),
        "textDocument/completion" => AtPlace(parameters, LspJson.Default.CompletionList, at => CompletionFeature.Find(at.Snapshot, at.Text, at.Article, at.Offset)),
        "textDocument/documentSymbol" => Symbols(LspJson.Read(parameters, LspJson.Default.DocumentParams)),
        "textDocument/codeAction" => Actions(LspJson.Read(parameters, LspJson.Default.CodeActionParams)),
        "codeAction/resolve" => Resolve(parameters),
        "workspace/symbol" => WorkspaceSymbols(LspJson.Read(parameters, LspJson.Default.WorkspaceSymbolParams)),
        _ => throw new RpcException(RpcErrorCode.MethodNotFound, $"There is no method '{method}'."),
    };

    private RpcWork AtPlace<T>(JsonElement parameters, JsonTypeInfo<T> type, Func<Place, T?> find)
        where T : class
    {
        var asked = LspJson.Read(parameters, LspJson.Default.PositionParams);
        return In(asked.TextDocument, type, (snapshot, path, _) =>
            TextAt(snapshot, path) is { } text ? find(new Place(snapshot, text, snapshot.ArticleAt(path), text.OffsetOf(asked.Position))) : null);
    }

    private RpcWork Locations(JsonElement parameters, Func<ContentSnapshot, Article, int, ImmutableArray<LspLocation>> find)
    {
        var asked = LspJson.Read(parameters, LspJson.Default.PositionParams);
        return In(asked.TextDocument, LspJson.Default.ImmutableArrayLspLocation, (snapshot, path, _) =>
            snapshot.ArticleAt(path) is { } article ? find(snapshot, article, article.Text.OffsetOf(asked.Position)) : []);
    }

    private RpcWork References(ReferenceParams asked) => In(asked.TextDocument, LspJson.Default.ImmutableArrayLspLocation, (snapshot, path, cancellation) =>
        snapshot.ArticleAt(path) is { } article
            ? ReferencesFeature.Find(snapshot, article, article.Text.OffsetOf(asked.Position), asked.Context?.IncludeDeclaration ?? true, cancellation)
            : []);

    private RpcWork Symbols(DocumentParams asked) => In(asked.TextDocument, LspJson.Default.ImmutableArrayDocumentSymbol, (snapshot, path, _) =>
        snapshot.ArticleAt(path) is { } article ? DocumentSymbolFeature.Find(article) : []);

    private RpcWork WorkspaceSymbols(WorkspaceSymbolParams asked)
    {
        var current = folders.Items.Select(f => f.Current).ToList();
        return cancellation =>
        {
            var found = ImmutableArray.CreateBuilder<WorkspaceSymbol>();
            foreach (var snapshot in current)
            {
                cancellation.ThrowIfCancellationRequested();
                found.AddRange(WorkspaceSymbolFeature.Find(snapshot.Value, asked.Query));
            }

            return Task.FromResult(LspJson.Write(found.ToImmutable(), LspJson.Default.ImmutableArrayWorkspaceSymbol));
        };
    }

    private RpcWork Actions(CodeActionParams asked) => In(asked.TextDocument, LspJson.Default.ImmutableArrayCodeAction, (snapshot, path, cancellation) =>
        snapshot.ArticleAt(path) is { } article ? actions.Find(snapshot, article, asked, cancellation) : []);

    private RpcWork Resolve(JsonElement parameters)
    {
        var chosen = LspJson.Read(parameters, LspJson.Default.ChosenAction);
        if (chosen.Data is not { } data)
        {
            // Clients ask about actions that have all they need, too.
            return _ => Task.FromResult<ReadOnlyMemory<byte>>(System.Text.Encoding.UTF8.GetBytes(parameters.GetRawText()));
        }

        var action = new CodeAction(chosen.Title, chosen.Kind);
        return In(new DocumentId(data.Uri), LspJson.Default.CodeAction, (snapshot, path, cancellation) =>
            snapshot.ArticleAt(path) is { } article ? actions.Resolve(snapshot, article, action, data.Rule, cancellation) : action);
    }

    private RpcWork In<T>(DocumentId document, JsonTypeInfo<T> type, Func<ContentSnapshot, string, CancellationToken, T?> find)
    {
        var (path, current) = Locate(document);
        return cancellation =>
        {
            // Who has been told that nobody waits need not begin.
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(current is null || find(current.Value, path!, cancellation) is not { } found ? (ReadOnlyMemory<byte>)"null"u8.ToArray() : LspJson.Write(found, type));
        };
    }

    private (string? Path, Lazy<ContentSnapshot>? Current) Locate(DocumentId document)
    {
        var path = DocumentUri.ToPath(document.Uri);
        return (path, path is null ? null : folders.FolderOf(path)?.Current);
    }

    private static SourceText? TextAt(ContentSnapshot snapshot, string path) => snapshot.Open.GetValueOrDefault(path)?.Text ?? snapshot.ArticleAt(path)?.Text;

    /// <summary>A place of a document at one time.</summary>
    private readonly record struct Place(ContentSnapshot Snapshot, SourceText Text, Article? Article, int Offset);
}
