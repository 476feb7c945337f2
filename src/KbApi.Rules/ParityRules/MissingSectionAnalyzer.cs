using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>A section of the original, known by its anchor, that the translation does not have.</summary>
internal sealed class MissingSectionAnalyzer : ContentAnalyzer
{
    private const int DeepestLevel = 3;
    private const int MostMissing = 4;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.MissingSection];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterLocaleSetAction(Analyze);
    }

    private static void Analyze(LocaleSetAnalysisContext context)
    {
        foreach (var alignment in context.Alignments)
        {
            var paired = alignment.Sections.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var (original, translation) = (alignment.Original.Article, alignment.Translation.Article);
            var missing = original.Sections.Where(s => s.Level <= DeepestLevel && !paired.Contains(s.Anchor)).ToList();
            // Where the translation has as many sections, they have other names; where many are missing, it is of another version.
            if (translation.Sections.Length >= original.Sections.Length || missing.Count * MostMissing > original.Sections.Length)
            {
                continue;
            }

            foreach (var section in missing)
            {
                context.Report(ParityDiagnostics.MissingSection, alignment.Translation, translation.Title.Span, section.Title.Text);
            }
        }
    }
}
