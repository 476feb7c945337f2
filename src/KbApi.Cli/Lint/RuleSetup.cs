using System.Collections.Immutable;
using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;
using KbApi.Rules.Declarations;
using KbApi.Rules.Fixes;
using KbApi.Rules.Plugins;

namespace KbApi.Cli.Lint;

/// <summary>The rules of a run: those of the library, of plug-ins, and those that stand beside the documents.</summary>
internal sealed class RuleSetup
{
    private RuleSetup(RuleFile declared, PluginSet plugins, SeverityOptions severities)
    {
        ImmutableArray<ContentAnalyzer> analyzers = [.. BuiltInRules.Analyzers, .. plugins.Analyzers, .. declared.Analyzers];
        FixProviders = [.. BuiltInRules.FixProviders, .. plugins.FixProviders, .. declared.FixProviders];
        Driver = new AnalyzerDriver(analyzers, new AnalyzerOptions
        {
            Severities = severities,
            Vocabulary = declared.Vocabulary,
            Diagnostics = [.. plugins.Diagnostics, .. declared.Diagnostics],
        });
        Descriptors =
        [
            .. ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).Concat(plugins.Analyzers.Concat(declared.Analyzers).SelectMany(a => a.SupportedDiagnostics))
                .DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Runs the rules.</summary>
    public AnalyzerDriver Driver { get; }

    /// <summary>Mend their findings.</summary>
    public ImmutableArray<FixProvider> FixProviders { get; }

    /// <summary>All kinds of finding, by id.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The rules for some documents, with plug-ins.</summary>
    public static RuleSetup For(IReadOnlyCollection<string> documents, IReadOnlyCollection<string> plugins) =>
        For(documents, PluginLoader.Load(plugins));

    /// <summary>The rules for some documents, with plug-ins that are loaded.</summary>
    public static RuleSetup For(IReadOnlyCollection<string> documents, PluginSet plugins) => new(RuleFiles.For(documents), plugins, EditorConfigFiles.For(documents));

    /// <summary>The option that names plug-ins. They are code, so no file beside the content may name them.</summary>
    public static Option<string[]> Plugins(ITerminal terminal) => new("--plugin")
    {
        Description = terminal.Text("Lint_Plugin"),
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };
}
