using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Diagnostics;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Findings as the protocol has them.</summary>
/// <param name="pages">Where rules are described.</param>
/// <param name="hasRelated">Whether the client shows other places of a finding.</param>
internal sealed class DiagnosticView(RulePages pages, bool hasRelated)
{
    private const string Source = "kb";

    public LspDiagnostic Show(ContentSnapshot snapshot, Diagnostic diagnostic)
    {
        var culture = snapshot.Settings.Culture;
        var related = hasRelated && !diagnostic.AdditionalLocations.IsEmpty
            ? diagnostic.AdditionalLocations.Select(l => new RelatedInformation(new LspLocation(snapshot.UriOf(l.Path), RangeOf(l)), diagnostic.Descriptor.Title.In(culture))).ToImmutableArray()
            : (ImmutableArray<RelatedInformation>?)null;
        return new LspDiagnostic(RangeOf(diagnostic.Location), SeverityOf(diagnostic.Severity), diagnostic.Id, Source, diagnostic.GetMessage(culture))
        {
            CodeDescription = pages.Of(diagnostic.Descriptor) is { } page ? new CodeDescription(page) : null,
            RelatedInformation = related,
        };
    }

    public static LspRange RangeOf(Location location) =>
        new(new LspPosition(location.Start.Line, location.Start.Character), new LspPosition(location.End.Line, location.End.Character));

    private static int SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => 1,
        DiagnosticSeverity.Warning => 2,
        DiagnosticSeverity.Info => 3,
        _ => 4,
    };
}
