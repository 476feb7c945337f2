using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A word that every other locale leaves as it is, and this one does not.</summary>
internal sealed class ConsensusAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.AgainstConsensus];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterLocaleSetAction(Analyze);
    }

    private static void Analyze(LocaleSetAnalysisContext context)
    {
        const int fewest = 3;
        var documents = context.Documents;
        if (documents.Length < fewest)
        {
            return;
        }

        var reference = context.AlignmentsOfAll[0].Original;
        var others = context.AlignmentsOfAll.Select(a => a.Translation).ToList();
        var cells = context.AlignmentsOfAll.Select(a => a.Texts.Where(t => t.IsCell).ToDictionary(t => t.OriginalSpan, t => t.TranslatedSpan)).ToList();
        foreach (var cell in reference.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells))
        {
            var token = Tokens.FirstWord(reference.Text[cell]);
            if (token is null)
            {
                continue;
            }

            var present = others.Select((d, i) => (Document: d, Found: cells[i].TryGetValue(cell, out var span), Span: span)).Where(p => p.Found).ToList();
            var keeps = present.Where(p => string.Equals(Tokens.FirstWord(p.Document.Text[p.Span]), token, StringComparison.OrdinalIgnoreCase)).ToList();
            // The reference keeps it, too. Where half of the locales or more translate it, it is a word like any other.
            if (keeps.Count + 1 < fewest || keeps.Count * 2 <= present.Count)
            {
                continue;
            }

            foreach (var odd in present.Except(keeps))
            {
                context.Report(ParityDiagnostics.AgainstConsensus, odd.Document, odd.Span, token, keeps.Count + 1);
            }
        }
    }
}
