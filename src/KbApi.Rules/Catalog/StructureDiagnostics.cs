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

    /// <summary>Heading level left out.</summary>
    public static DiagnosticDescriptor HeadingLevelJump { get; } = RuleText.Describe("KB1031", "structure", DiagnosticSeverity.Info, nameof(HeadingLevelJump));

    /// <summary>Section without content.</summary>
    public static DiagnosticDescriptor EmptySection { get; } = RuleText.Describe("KB1032", "structure", DiagnosticSeverity.Info, nameof(EmptySection));

    /// <summary>Blank in an address.</summary>
    public static DiagnosticDescriptor BlankInTarget { get; } = RuleText.Describe("KB1033", "structure", DiagnosticSeverity.Warning, nameof(BlankInTarget));

    /// <summary>Bold that touches blanks.</summary>
    public static DiagnosticDescriptor BlankInBold { get; } = RuleText.Describe("KB1034", "structure", DiagnosticSeverity.Warning, nameof(BlankInBold));

    /// <summary>Picture without a text.</summary>
    public static DiagnosticDescriptor ImageWithoutText { get; } = RuleText.Describe("KB1035", "structure", DiagnosticSeverity.Info, nameof(ImageWithoutText));

    /// <summary>Alert misspelt.</summary>
    public static DiagnosticDescriptor AlertMarker { get; } = RuleText.Describe("KB1036", "structure", DiagnosticSeverity.Warning, nameof(AlertMarker));

    /// <summary>Text that touches a table.</summary>
    public static DiagnosticDescriptor TextInTable { get; } = RuleText.Describe("KB1037", "structure", DiagnosticSeverity.Warning, nameof(TextInTable));

    /// <summary>Invisible character.</summary>
    public static DiagnosticDescriptor InvisibleCharacter { get; } = RuleText.Describe("KB1038", "structure", DiagnosticSeverity.Warning, nameof(InvisibleCharacter));

    /// <summary>Metadata given twice.</summary>
    public static DiagnosticDescriptor DuplicateMetadata { get; } = RuleText.Describe("KB1039", "structure", DiagnosticSeverity.Warning, nameof(DuplicateMetadata));

    /// <summary>Number left out of a list.</summary>
    public static DiagnosticDescriptor NumberingJump { get; } = RuleText.Describe("KB1040", "structure", DiagnosticSeverity.Info, nameof(NumberingJump));

    /// <summary>Definition that is not used.</summary>
    public static DiagnosticDescriptor UnusedDefinition { get; } = RuleText.Describe("KB1041", "structure", DiagnosticSeverity.Info, nameof(UnusedDefinition));

    /// <summary>Typographic characters in code.</summary>
    public static DiagnosticDescriptor TypographicCharacterInCode { get; } = RuleText.Describe("KB1042", "structure", DiagnosticSeverity.Warning, nameof(TypographicCharacterInCode));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        MissingClosingPipe,
        UndefinedReference,
        TypographicQuotesInLiteral,
        BareUrl,
        FakeList,
        OddLineBreak,
        CellCount,
        MissingAnchor,
        SpaceBeforeTarget,
        HeadingWithoutSpace,
        UnclosedFence,
        HeadingLevelJump,
        EmptySection,
        BlankInTarget,
        BlankInBold,
        ImageWithoutText,
        AlertMarker,
        TextInTable,
        InvisibleCharacter,
        DuplicateMetadata,
        NumberingJump,
        UnusedDefinition,
        TypographicCharacterInCode,
    ];
}
