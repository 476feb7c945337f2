using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about terminology.</summary>
public static class TerminologyDiagnostics
{
    /// <summary>Term rendered wrongly.</summary>
    public static DiagnosticDescriptor WrongTerm { get; } = RuleText.Describe("KB2301", "terminology", DiagnosticSeverity.Warning, nameof(WrongTerm));

    /// <summary>Opposites rendered apart.</summary>
    public static DiagnosticDescriptor OppositeTerm { get; } = RuleText.Describe("KB2302", "terminology", DiagnosticSeverity.Warning, nameof(OppositeTerm));

    /// <summary>Words put together.</summary>
    public static DiagnosticDescriptor GluedWord { get; } = RuleText.Describe("KB2303", "terminology", DiagnosticSeverity.Warning, nameof(GluedWord));

    /// <summary>Word that is never written so.</summary>
    public static DiagnosticDescriptor MisspeltWord { get; } = RuleText.Describe("KB2304", "terminology", DiagnosticSeverity.Warning, nameof(MisspeltWord));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        WrongTerm,
        OppositeTerm,
        GluedWord,
        MisspeltWord,
    ];
}
