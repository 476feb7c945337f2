using System.Collections.Immutable;
using System.Resources;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;

namespace PrinterRules;

/// <summary>An entry whose title is written in capitals.</summary>
public sealed class ShoutedTitleAnalyzer : ContentAnalyzer
{
    private const int FewestLetters = 4;

    private static readonly ResourceManager Texts = new("PrinterRules.RuleTexts", typeof(ShoutedTitleAnalyzer).Assembly);

    /// <summary>What it reports.</summary>
    public static DiagnosticDescriptor Shouted { get; } =
        new("PRINT1001", "style", DiagnosticSeverity.Warning, new LocalizableText(Texts, "ShoutedTitle"), new LocalizableText(Texts, "ShoutedMessage"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Shouted];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterEntryAction(Analyze);

    private static void Analyze(EntryAnalysisContext context)
    {
        var title = context.Entry.Title;
        if (title.Text.Count(char.IsLetter) >= FewestLetters && !title.Text.Any(char.IsLower) && title.Text.Contains(' ', StringComparison.Ordinal))
        {
            context.Report(Shouted, title.Span, title.Text);
        }
    }
}
