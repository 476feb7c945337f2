using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about the model.</summary>
public static class ModelDiagnostics
{
    /// <summary>Code contradicts its row.</summary>
    public static DiagnosticDescriptor CodeContradictsRow { get; } = RuleText.Describe("KB1101", "model", DiagnosticSeverity.Warning, nameof(CodeContradictsRow));

    /// <summary>Code differs by one digit.</summary>
    public static DiagnosticDescriptor NearCode { get; } = RuleText.Describe("KB1102", "model", DiagnosticSeverity.Warning, nameof(NearCode));

    /// <summary>Reference without a link.</summary>
    public static DiagnosticDescriptor DanglingReference { get; } = RuleText.Describe("KB1103", "model", DiagnosticSeverity.Info, nameof(DanglingReference));

    /// <summary>Hexadecimal and decimal disagree.</summary>
    public static DiagnosticDescriptor HexAndDecimalDisagree { get; } = RuleText.Describe("KB1104", "model", DiagnosticSeverity.Warning, nameof(HexAndDecimalDisagree));

    /// <summary>Title used twice.</summary>
    public static DiagnosticDescriptor DuplicateTitle { get; } = RuleText.Describe("KB1105", "model", DiagnosticSeverity.Info, nameof(DuplicateTitle));

    /// <summary>Entries look alike.</summary>
    public static DiagnosticDescriptor LookAlike { get; } = RuleText.Describe("KB1106", "model", DiagnosticSeverity.Info, nameof(LookAlike));

    /// <summary>Row stands twice.</summary>
    public static DiagnosticDescriptor DuplicateRow { get; } = RuleText.Describe("KB1107", "model", DiagnosticSeverity.Info, nameof(DuplicateRow));

    /// <summary>Wrong number of hexadecimal digits.</summary>
    public static DiagnosticDescriptor HexDigitCount { get; } = RuleText.Describe("KB1108", "model", DiagnosticSeverity.Warning, nameof(HexDigitCount));

    /// <summary>Code that no search finds.</summary>
    public static DiagnosticDescriptor BrokenHexCode { get; } = RuleText.Describe("KB1109", "model", DiagnosticSeverity.Warning, nameof(BrokenHexCode));

    /// <summary>Code spelt in two ways.</summary>
    public static DiagnosticDescriptor CodeSpelling { get; } = RuleText.Describe("KB1110", "model", DiagnosticSeverity.Warning, nameof(CodeSpelling));

    /// <summary>Unfinished text.</summary>
    public static DiagnosticDescriptor UnfinishedText { get; } = RuleText.Describe("KB1111", "model", DiagnosticSeverity.Info, nameof(UnfinishedText));

    /// <summary>Row without a resolution.</summary>
    public static DiagnosticDescriptor MissingResolution { get; } = RuleText.Describe("KB1112", "model", DiagnosticSeverity.Info, nameof(MissingResolution));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        CodeContradictsRow,
        NearCode,
        DanglingReference,
        HexAndDecimalDisagree,
        DuplicateTitle,
        LookAlike,
        DuplicateRow,
        HexDigitCount,
        BrokenHexCode,
        CodeSpelling,
        UnfinishedText,
        MissingResolution,
    ];
}
