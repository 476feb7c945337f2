using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about freshness.</summary>
public static class FreshnessDiagnostics
{
    /// <summary>Date that does not exist.</summary>
    public static DiagnosticDescriptor ImpossibleDate { get; } = RuleText.Describe("KB2001", "freshness", DiagnosticSeverity.Warning, nameof(ImpossibleDate));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [ImpossibleDate];
}
