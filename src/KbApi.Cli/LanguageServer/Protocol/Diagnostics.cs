using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>All findings of a document.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, ImmutableArray<LspDiagnostic> Diagnostics);

/// <summary>A finding.</summary>
internal sealed record LspDiagnostic(LspRange Range, int Severity, string Code, string Source, string Message)
{
    /// <summary>Where the rule is described.</summary>
    public CodeDescription? CodeDescription { get; init; }

    /// <summary>Other places that it is about.</summary>
    public ImmutableArray<RelatedInformation>? RelatedInformation { get; init; }
}

/// <summary>Where a rule is described.</summary>
internal sealed record CodeDescription(string Href);

/// <summary>Another place that a finding is about.</summary>
internal sealed record RelatedInformation(LspLocation Location, string Message);
