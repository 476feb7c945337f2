using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>What is shown above a place.</summary>
internal sealed record Hover(MarkupContent Contents, LspRange Range);

/// <summary>A text: <c>markdown</c> or <c>plaintext</c>.</summary>
internal sealed record MarkupContent(string Kind, string Value);

/// <summary>Where references are asked for.</summary>
internal sealed record ReferenceParams(DocumentId TextDocument, LspPosition Position, ReferenceContext? Context = null) : PositionParams(TextDocument, Position);

/// <summary>Whether what is referred to counts, too.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>Proposals.</summary>
internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);

/// <summary>A proposal.</summary>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, string FilterText, CompletionEdit TextEdit)
{
    /// <summary>What it is ordered by.</summary>
    public string? SortText { get; init; }
}

/// <summary>What a proposal puts where.</summary>
internal sealed record CompletionEdit(LspRange Range, string NewText);

/// <summary>Something that a document is made of.</summary>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, LspRange Range, LspRange SelectionRange, ImmutableArray<DocumentSymbol> Children);

/// <summary>What is looked for among all documents.</summary>
internal sealed record WorkspaceSymbolParams(string Query);

/// <summary>Something in a document.</summary>
internal sealed record WorkspaceSymbol(string Name, int Kind, LspLocation Location, string ContainerName);

/// <summary>The kinds of symbols and proposals that are used.</summary>
internal static class LspKinds
{
    public const int SymbolFunction = 12;
    public const int SymbolString = 15;
    public const int SymbolKey = 20;

    public const int ItemValue = 12;
    public const int ItemFile = 17;
    public const int ItemReference = 18;
    public const int ItemConstant = 21;
}
