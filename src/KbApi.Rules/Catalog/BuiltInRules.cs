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
        new CodeContradictsRowAnalyzer(),
        new NearCodeAnalyzer(),
        new DanglingReferenceAnalyzer(),
        new HexAndDecimalDisagreeAnalyzer(),
        new DuplicateTitleAnalyzer(),
        new LookAlikeAnalyzer(),
        new DuplicateRowAnalyzer(),
        new UndocumentedFailureAnalyzer(),
        new CodeGapAnalyzer(),
        new LadderOrderAnalyzer(),
        new ImpossibleDateAnalyzer(),
        new TranslatedLiteralAnalyzer(),
        new TranslatedIdentifierAnalyzer(),
        new LostPlaceholderAnalyzer(),
        new LostRangeAnalyzer(),
        new LostNegationAnalyzer(),
        new MissingRowAnalyzer(),
        new LostUrlAnalyzer(),
        new ConsensusAnalyzer(),
        new WrongTermAnalyzer(),
        new OppositeTermAnalyzer(),
    ];

    /// <summary>What mends their findings.</summary>
    public static ImmutableArray<FixProvider> FixProviders { get; } =
        [new ReplacementFixProvider("KB1020", "KB1021", "KB1022", "KB1023", "KB1025", "KB1028", "KB1029", "KB1101", "KB1102", "KB2201", "KB2204", "KB2301", "KB2302")];

    /// <summary>All kinds of finding, of the engine too, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. StructureDiagnostics.All,
        .. ModelDiagnostics.All,
        .. OperationDiagnostics.All,
        .. FreshnessDiagnostics.All,
        .. ParityDiagnostics.All,
        .. TerminologyDiagnostics.All,
        .. EngineDiagnostics.All,
    ];
}
