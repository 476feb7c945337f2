using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A placeholder of the original that the translation does not have.</summary>
internal sealed class LostPlaceholderAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.LostPlaceholder];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterLocaleSetAction(Analyze);
    }

    private static void Analyze(LocaleSetAnalysisContext context)
    {
        if (context.Source is not { } source)
        {
            return;
        }

        foreach (var translation in context.Translations)
        {
            foreach (var (original, translated) in TableAlignment.Cells(source, translation))
            {
                var (from, to) = (source.Text[original], translation.Text[translated]);
                foreach (var placeholder in Tokens.Placeholders(from).Distinct(StringComparer.Ordinal))
                {
                    if (!to.Contains(placeholder, StringComparison.OrdinalIgnoreCase))
                    {
                        context.Report(ParityDiagnostics.LostPlaceholder, translation, translated, placeholder);
                    }
                }
            }
        }
    }
}
