using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about parity between locales.</summary>
public static class ParityDiagnostics
{
    /// <summary>Literal translated.</summary>
    public static DiagnosticDescriptor TranslatedLiteral { get; } = RuleText.Describe("KB2201", "parity", DiagnosticSeverity.Warning, nameof(TranslatedLiteral));

    /// <summary>Identifier translated.</summary>
    public static DiagnosticDescriptor TranslatedIdentifier { get; } = RuleText.Describe("KB2202", "parity", DiagnosticSeverity.Warning, nameof(TranslatedIdentifier));

    /// <summary>Placeholder lost.</summary>
    public static DiagnosticDescriptor LostPlaceholder { get; } = RuleText.Describe("KB2203", "parity", DiagnosticSeverity.Warning, nameof(LostPlaceholder));

    /// <summary>Range lost.</summary>
    public static DiagnosticDescriptor LostRange { get; } = RuleText.Describe("KB2204", "parity", DiagnosticSeverity.Warning, nameof(LostRange));

    /// <summary>Negation lost.</summary>
    public static DiagnosticDescriptor LostNegation { get; } = RuleText.Describe("KB2205", "parity", DiagnosticSeverity.Warning, nameof(LostNegation));

    /// <summary>Row missing in the translation.</summary>
    public static DiagnosticDescriptor MissingRow { get; } = RuleText.Describe("KB2206", "parity", DiagnosticSeverity.Warning, nameof(MissingRow));

    /// <summary>Address lost.</summary>
    public static DiagnosticDescriptor LostUrl { get; } = RuleText.Describe("KB2207", "parity", DiagnosticSeverity.Warning, nameof(LostUrl));

    /// <summary>Translated against all other locales.</summary>
    public static DiagnosticDescriptor AgainstConsensus { get; } = RuleText.Describe("KB2290", "parity", DiagnosticSeverity.Warning, nameof(AgainstConsensus));

    /// <summary>Number lost.</summary>
    public static DiagnosticDescriptor LostNumber { get; } = RuleText.Describe("KB2208", "parity", DiagnosticSeverity.Info, nameof(LostNumber));

    /// <summary>Code translated.</summary>
    public static DiagnosticDescriptor TranslatedCodeSpan { get; } = RuleText.Describe("KB2209", "parity", DiagnosticSeverity.Warning, nameof(TranslatedCodeSpan));

    /// <summary>Text not translated.</summary>
    public static DiagnosticDescriptor UntranslatedText { get; } = RuleText.Describe("KB2210", "parity", DiagnosticSeverity.Info, nameof(UntranslatedText));

    /// <summary>Section missing in the translation.</summary>
    public static DiagnosticDescriptor MissingSection { get; } = RuleText.Describe("KB2211", "parity", DiagnosticSeverity.Warning, nameof(MissingSection));

    /// <summary>Link to a page in English.</summary>
    public static DiagnosticDescriptor LinkToOtherLocale { get; } = RuleText.Describe("KB2212", "parity", DiagnosticSeverity.Info, nameof(LinkToOtherLocale));

    /// <summary>Link lost.</summary>
    public static DiagnosticDescriptor LostLink { get; } = RuleText.Describe("KB2213", "parity", DiagnosticSeverity.Info, nameof(LostLink));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TranslatedLiteral,
        TranslatedIdentifier,
        LostPlaceholder,
        LostRange,
        LostNegation,
        MissingRow,
        LostUrl,
        LostNumber,
        TranslatedCodeSpan,
        UntranslatedText,
        MissingSection,
        LinkToOtherLocale,
        LostLink,
        AgainstConsensus,
    ];
}
