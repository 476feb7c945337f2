using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>The word that a log line begins with, translated.</summary>
internal sealed class TranslatedLiteralAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.TranslatedLiteral];

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
                if (Tokens.LogPrefix(from) is { } literal && !to.Contains(literal, StringComparison.Ordinal))
                {
                    var other = Tokens.LogPrefix(to);
                    var span = other is null ? translated : new TextSpan(translated.Start, other.Length);
                    context.ReportReplaceable(ParityDiagnostics.TranslatedLiteral, translation, span, other is null ? null : literal, literal);
                }
            }
        }
    }
}
