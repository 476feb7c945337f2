using System.Text.Json.Serialization;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>A place in a document.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">UTF-16 code units before it on the line.</param>
internal sealed record LspPosition(int Line, int Character);

/// <summary>From one place up to, not including, another.</summary>
internal sealed record LspRange(LspPosition Start, LspPosition End);

/// <summary>A stretch of a document.</summary>
internal sealed record LspLocation(string Uri, LspRange Range);

/// <summary>A document.</summary>
internal sealed record DocumentId(string Uri);

/// <summary>A document as it was at a version; of any version where that is null.</summary>
internal sealed record VersionedDocumentId(string Uri, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version = null);

/// <summary>A place that something is asked about.</summary>
internal record PositionParams(DocumentId TextDocument, LspPosition Position);

/// <summary>A document that something is asked about.</summary>
internal sealed record DocumentParams(DocumentId TextDocument);
