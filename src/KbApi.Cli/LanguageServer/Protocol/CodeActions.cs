using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>The kinds of action.</summary>
internal static class CodeActionKinds
{
    public const string QuickFix = "quickfix";

    public const string FixAll = "source.fixAll.kb";

    /// <summary>Whether a kind is wanted by somebody who wants some kinds, or all where none is named.</summary>
    public static bool IsWanted(string kind, ImmutableArray<string>? only) =>
        only is not { IsDefaultOrEmpty: false } wanted || wanted.Any(w => w.Length == 0 || kind == w || kind.StartsWith(w + ".", StringComparison.Ordinal));
}

/// <summary>Where actions are asked for.</summary>
internal sealed record CodeActionParams(DocumentId TextDocument, LspRange Range, CodeActionContext Context);

/// <summary>The kinds that are asked for; all where none is named.</summary>
internal sealed record CodeActionContext
{
    public ImmutableArray<string>? Only { get; init; }
}

/// <summary>Something that can be done.</summary>
internal sealed record CodeAction(string Title, string Kind)
{
    /// <summary>The findings that it mends.</summary>
    public ImmutableArray<LspDiagnostic>? Diagnostics { get; init; }

    /// <summary>Whether it is what people want most.</summary>
    public bool? IsPreferred { get; init; }

    /// <summary>What is changed; null where that is asked for when the action is chosen.</summary>
    public WorkspaceEdit? Edit { get; init; }

    /// <summary>What the edit is made of when it is asked for.</summary>
    public CodeActionData? Data { get; init; }
}

/// <summary>The document, and the rule whose findings are mended; all rules where that is null.</summary>
internal sealed record CodeActionData(string Uri, string? Rule = null);

/// <summary>An action that was chosen, as far as its edit depends on it.</summary>
internal sealed record ChosenAction(string Title, string Kind, CodeActionData? Data = null);

/// <summary>Changes of documents: with versions for clients that compare them, else by address.</summary>
internal sealed record WorkspaceEdit
{
    public ImmutableArray<DocumentEdit>? DocumentChanges { get; init; }

    public ImmutableDictionary<string, ImmutableArray<DocumentChange>>? Changes { get; init; }
}

/// <summary>Changes of a document at a version.</summary>
internal sealed record DocumentEdit(VersionedDocumentId TextDocument, ImmutableArray<DocumentChange> Edits);

/// <summary>A stretch and what stands there then: a text, or one with places to fill in.</summary>
internal sealed record DocumentChange(LspRange Range)
{
    public string? NewText { get; init; }

    public Snippet? Snippet { get; init; }
}

/// <summary>A text with places to fill in.</summary>
internal sealed record Snippet(string Value)
{
    public string Kind { get; init; } = "snippet";
}
