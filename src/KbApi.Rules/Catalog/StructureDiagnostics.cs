using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about structure: KB1020 and above; those below are of reading.</summary>
public static class StructureDiagnostics
{
    /// <summary>Row without a closing pipe.</summary>
    public static DiagnosticDescriptor MissingClosingPipe { get; } = RuleText.Describe("KB1020", "structure", DiagnosticSeverity.Warning, nameof(MissingClosingPipe));

    /// <summary>Link without a target.</summary>
    public static DiagnosticDescriptor UndefinedReference { get; } = RuleText.Describe("KB1021", "structure", DiagnosticSeverity.Info, nameof(UndefinedReference));

    /// <summary>Typographic quotes in a literal.</summary>
    public static DiagnosticDescriptor TypographicQuotesInLiteral { get; } = RuleText.Describe("KB1022", "structure", DiagnosticSeverity.Info, nameof(TypographicQuotesInLiteral));

    /// <summary>Address without mark-up.</summary>
    public static DiagnosticDescriptor BareUrl { get; } = RuleText.Describe("KB1023", "structure", DiagnosticSeverity.Info, nameof(BareUrl));

    /// <summary>List typed with line breaks.</summary>
    public static DiagnosticDescriptor FakeList { get; } = RuleText.Describe("KB1024", "structure", DiagnosticSeverity.Info, nameof(FakeList));

    /// <summary>Malformed line break.</summary>
    public static DiagnosticDescriptor OddLineBreak { get; } = RuleText.Describe("KB1025", "structure", DiagnosticSeverity.Warning, nameof(OddLineBreak));

    /// <summary>Wrong number of cells.</summary>
    public static DiagnosticDescriptor CellCount { get; } = RuleText.Describe("KB1026", "structure", DiagnosticSeverity.Warning, nameof(CellCount));

    /// <summary>Link to a place that is missing.</summary>
    public static DiagnosticDescriptor MissingAnchor { get; } = RuleText.Describe("KB1027", "structure", DiagnosticSeverity.Warning, nameof(MissingAnchor));

    /// <summary>Blank before the target of a link.</summary>
    public static DiagnosticDescriptor SpaceBeforeTarget { get; } = RuleText.Describe("KB1028", "structure", DiagnosticSeverity.Warning, nameof(SpaceBeforeTarget));

    /// <summary>Heading without a blank.</summary>
    public static DiagnosticDescriptor HeadingWithoutSpace { get; } = RuleText.Describe("KB1029", "structure", DiagnosticSeverity.Warning, nameof(HeadingWithoutSpace));

    /// <summary>Code block that is not closed.</summary>
    public static DiagnosticDescriptor UnclosedFence { get; } = RuleText.Describe("KB1030", "structure", DiagnosticSeverity.Warning, nameof(UnclosedFence));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [MissingClosingPipe, UndefinedReference, TypographicQuotesInLiteral, BareUrl, FakeList, OddLineBreak, CellCount, MissingAnchor, SpaceBeforeTarget, HeadingWithoutSpace, UnclosedFence];
}
