using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.TerminologyRules;

/// <summary>A term that is rendered as something else in some places.</summary>
internal sealed class WrongTermAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [TerminologyDiagnostics.WrongTerm];

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
                var terms = Glossary.For(source.Article.Locale.Language, translation.Article.Locale.Language);
                foreach (var term in terms)
                {
                    var missing = Tokens.CountWord(from, term.Source) - term.Accepted.Sum(a => Tokens.CountWord(to, a));
                    if (missing > 0 && term.Wrong.FirstOrDefault(w => to.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } wrong)
                    {
                        var at = to.IndexOf(wrong, StringComparison.OrdinalIgnoreCase);
                        context.ReportReplaceable(TerminologyDiagnostics.WrongTerm, translation, new TextSpan(translated.Start + at, wrong.Length), term.Accepted[0], wrong, term.Source, term.Accepted[0]);
                    }
                }
            }
        }
    }
}
