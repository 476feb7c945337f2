using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about freshness.</summary>
public static class FreshnessDiagnostics
{
    /// <summary>Date that does not exist.</summary>
    public static DiagnosticDescriptor ImpossibleDate { get; } = RuleText.Describe("KB2001", "freshness", DiagnosticSeverity.Warning, nameof(ImpossibleDate));

    /// <summary>Changed after it was handed over.</summary>
    public static DiagnosticDescriptor ChangedAfterHandOff { get; } = RuleText.Describe("KB2002", "freshness", DiagnosticSeverity.Warning, nameof(ChangedAfterHandOff));

    /// <summary>Link to a site that is gone.</summary>
    public static DiagnosticDescriptor RetiredSite { get; } = RuleText.Describe("KB2003", "freshness", DiagnosticSeverity.Info, nameof(RetiredSite));

    /// <summary>Link that is not encrypted.</summary>
    public static DiagnosticDescriptor InsecureLink { get; } = RuleText.Describe("KB2004", "freshness", DiagnosticSeverity.Info, nameof(InsecureLink));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ImpossibleDate,
        ChangedAfterHandOff,
        RetiredSite,
        InsecureLink,
    ];
}
