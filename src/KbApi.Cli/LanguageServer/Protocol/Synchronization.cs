using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>A document was opened.</summary>
internal sealed record DidOpenParams(OpenedDocument TextDocument);

/// <summary>The document.</summary>
internal sealed record OpenedDocument(string Uri, int Version, string Text);

/// <summary>A document was changed.</summary>
internal sealed record DidChangeParams(VersionedDocumentId TextDocument, ImmutableArray<ContentChange> ContentChanges);

/// <summary>A change: of a stretch, or of all where that is null. Each is of the text that those before it have made.</summary>
internal sealed record ContentChange(string Text, LspRange? Range = null);

/// <summary>Files were changed on disk.</summary>
internal sealed record FilesChangedParams(ImmutableArray<FileChange> Changes);

/// <summary>One of them.</summary>
internal sealed record FileChange(string Uri);
