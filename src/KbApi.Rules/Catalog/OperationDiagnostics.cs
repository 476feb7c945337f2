using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about operations.</summary>
public static class OperationDiagnostics
{
    /// <summary>Operation without a failure.</summary>
    public static DiagnosticDescriptor UndocumentedFailure { get; } = RuleText.Describe("KB1201", "operations", DiagnosticSeverity.Info, nameof(UndocumentedFailure));

    /// <summary>Gap in the codes.</summary>
    public static DiagnosticDescriptor CodeGap { get; } = RuleText.Describe("KB1202", "operations", DiagnosticSeverity.Info, nameof(CodeGap));

    /// <summary>Order contradicts the text.</summary>
    public static DiagnosticDescriptor LadderOrder { get; } = RuleText.Describe("KB1203", "operations", DiagnosticSeverity.Warning, nameof(LadderOrder));

    /// <summary>Step that does not exist.</summary>
    public static DiagnosticDescriptor StepOutOfReach { get; } = RuleText.Describe("KB1204", "operations", DiagnosticSeverity.Info, nameof(StepOutOfReach));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UndocumentedFailure,
        CodeGap,
        LadderOrder,
        StepOutOfReach,
    ];
}
