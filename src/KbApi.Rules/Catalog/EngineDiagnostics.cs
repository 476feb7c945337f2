using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What rules report about the engine itself.</summary>
public static class EngineDiagnostics
{
    /// <summary>Rule failed.</summary>
    public static DiagnosticDescriptor AnalyzerThrew { get; } = RuleText.Describe("KB9001", "engine", DiagnosticSeverity.Warning, nameof(AnalyzerThrew));

    /// <summary>Suppression without a reason.</summary>
    public static DiagnosticDescriptor SuppressionWithoutReason { get; } = RuleText.Describe("KB9002", "engine", DiagnosticSeverity.Warning, nameof(SuppressionWithoutReason));

    /// <summary>Suppression that is not used.</summary>
    public static DiagnosticDescriptor UnusedSuppression { get; } = RuleText.Describe("KB9003", "engine", DiagnosticSeverity.Warning, nameof(UnusedSuppression));

    /// <summary>Severity that does not exist.</summary>
    public static DiagnosticDescriptor UnknownSeverity { get; } = RuleText.Describe("KB9004", "engine", DiagnosticSeverity.Warning, nameof(UnknownSeverity));

    /// <summary>Setting that does not exist.</summary>
    public static DiagnosticDescriptor UnknownSetting { get; } = RuleText.Describe("KB9005", "engine", DiagnosticSeverity.Warning, nameof(UnknownSetting));

    /// <summary>Plug-in that is not loaded.</summary>
    public static DiagnosticDescriptor PluginNotLoaded { get; } = RuleText.Describe("KB9006", "engine", DiagnosticSeverity.Warning, nameof(PluginNotLoaded));

    /// <summary>Rules file that is wrong.</summary>
    public static DiagnosticDescriptor WrongRuleFile { get; } = RuleText.Describe("KB9007", "engine", DiagnosticSeverity.Warning, nameof(WrongRuleFile));

    /// <summary>Pack that is not used.</summary>
    public static DiagnosticDescriptor PackNotUsed { get; } = RuleText.Describe("KB9008", "engine", DiagnosticSeverity.Error, nameof(PackNotUsed));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [AnalyzerThrew, SuppressionWithoutReason, UnusedSuppression, UnknownSeverity, UnknownSetting, PluginNotLoaded, WrongRuleFile, PackNotUsed];
}
