using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A name that only machines read, translated or lost.</summary>
internal sealed class TranslatedIdentifierAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.TranslatedIdentifier];

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
                foreach (var name in Tokens.Identifiers(from).Distinct(StringComparer.Ordinal))
                {
                    if (!to.Contains(name, StringComparison.OrdinalIgnoreCase))
                    {
                        context.Report(ParityDiagnostics.TranslatedIdentifier, translation, translated, name);
                    }
                }
            }
        }
    }
}
