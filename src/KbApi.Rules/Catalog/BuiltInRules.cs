using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Fixes;
using KbApi.Rules.FreshnessRules;
using KbApi.Rules.ModelRules;
using KbApi.Rules.OperationRules;
using KbApi.Rules.ParityRules;
using KbApi.Rules.StructureRules;
using KbApi.Rules.TerminologyRules;

namespace KbApi.Rules.Catalog;

/// <summary>The rules that come with the library, in the order of their ids. Rules of others are added to these when a driver is made.</summary>
public static class BuiltInRules
{
    /// <summary>The analyzers.</summary>
    public static ImmutableArray<ContentAnalyzer> Analyzers { get; } =
    [
        new MissingClosingPipeAnalyzer(),
        new UndefinedReferenceAnalyzer(),
        new TypographicQuotesInLiteralAnalyzer(),
        new BareUrlAnalyzer(),
        new FakeListAnalyzer(),
        new OddLineBreakAnalyzer(),
        new CellCountAnalyzer(),
        new MissingAnchorAnalyzer(),
        new SpaceBeforeTargetAnalyzer(),
        new HeadingWithoutSpaceAnalyzer(),
        new UnclosedFenceAnalyzer(),
        new HeadingLevelJumpAnalyzer(),
        new EmptySectionAnalyzer(),
        new BlankInTargetAnalyzer(),
        new BlankInBoldAnalyzer(),
        new ImageWithoutTextAnalyzer(),
        new AlertMarkerAnalyzer(),
        new TextInTableAnalyzer(),
        new InvisibleCharacterAnalyzer(),
        new DuplicateMetadataAnalyzer(),
        new NumberingJumpAnalyzer(),
        new UnusedDefinitionAnalyzer(),
        new TypographicCharacterInCodeAnalyzer(),
        new CodeContradictsRowAnalyzer(),
        new NearCodeAnalyzer(),
        new DanglingReferenceAnalyzer(),
        new HexAndDecimalDisagreeAnalyzer(),
        new DuplicateTitleAnalyzer(),
        new LookAlikeAnalyzer(),
        new DuplicateRowAnalyzer(),
        new HexDigitCountAnalyzer(),
        new BrokenHexCodeAnalyzer(),
        new CodeSpellingAnalyzer(),
        new UnfinishedTextAnalyzer(),
        new MissingResolutionAnalyzer(),
        new UndocumentedFailureAnalyzer(),
        new CodeGapAnalyzer(),
        new LadderOrderAnalyzer(),
        new StepOutOfReachAnalyzer(),
        new ImpossibleDateAnalyzer(),
        new ChangedAfterHandOffAnalyzer(),
        new RetiredSiteAnalyzer(),
        new InsecureLinkAnalyzer(),
        new TranslatedLiteralAnalyzer(),
        new TranslatedIdentifierAnalyzer(),
        new LostPlaceholderAnalyzer(),
        new LostRangeAnalyzer(),
        new LostNegationAnalyzer(),
        new MissingRowAnalyzer(),
        new LostUrlAnalyzer(),
        new LostNumberAnalyzer(),
        new TranslatedCodeSpanAnalyzer(),
        new UntranslatedTextAnalyzer(),
        new MissingSectionAnalyzer(),
        new LinkToOtherLocaleAnalyzer(),
        new LostLinkAnalyzer(),
        new ConsensusAnalyzer(),
        new WrongTermAnalyzer(),
        new OppositeTermAnalyzer(),
        new GluedWordAnalyzer(),
        new MisspeltWordAnalyzer(),
    ];

    /// <summary>What mends their findings.</summary>
    public static ImmutableArray<FixProvider> FixProviders { get; } =
    [
        new ReplacementFixProvider(
            "KB1020", "KB1021", "KB1022", "KB1023", "KB1025", "KB1028", "KB1029", "KB1034", "KB1036", "KB1038",
            "KB1042", "KB1101", "KB1102", "KB1109", "KB2201", "KB2204", "KB2301", "KB2302", "KB2303", "KB2304"),
    ];

    /// <summary>All kinds of finding, of the engine too, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. StructureDiagnostics.All,
        .. ModelDiagnostics.All,
        .. OperationDiagnostics.All,
        .. FreshnessDiagnostics.All,
        .. ParityDiagnostics.All,
        .. TerminologyDiagnostics.All,
        .. LogDiagnostics.All,
        .. EngineDiagnostics.All,
    ];
}
