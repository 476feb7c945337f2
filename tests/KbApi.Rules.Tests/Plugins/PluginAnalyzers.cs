using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;

namespace KbApi.Rules.Tests.Plugins;

/// <summary>What the plug-in tests load: this assembly is a plug-in of its own.</summary>
public sealed class LoadedAnalyzer : ContentAnalyzer
{
    public static DiagnosticDescriptor Rule { get; } = new(
        "TEST1001",
        "test",
        DiagnosticSeverity.Warning,
        ReadingDiagnostics.Empty.Title,
        ReadingDiagnostics.Empty.MessageFormat);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(c => c.Report(Rule, c.Article.Title.Span));
    }
}
