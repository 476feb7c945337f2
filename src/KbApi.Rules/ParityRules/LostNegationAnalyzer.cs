using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>The explanation of a code that is negated in the original and not in the translation.</summary>
internal sealed class LostNegationAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.LostNegation];

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
                if (Tokens.AfterCode(from) is not { } said || Tokens.AfterCode(to) is not { } rendered)
                {
                    continue;
                }

                var (here, there) = (LanguageWords.Of(source.Article.Locale.Language), LanguageWords.Of(translation.Article.Locale.Language));
                if (here.Negates(said) && there.Negations.Length > 0 && !there.Negates(rendered))
                {
                    context.Report(ParityDiagnostics.LostNegation, translation, translated);
                }
            }
        }
    }
}
