using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.TerminologyRules;

/// <summary>
/// Of two terms that say the opposite (<c>inbound</c>, <c>outbound</c>) a translation leaves one as it is wherever it stands and always
/// renders the other with one and the same word: a reader can't see that they belong together, and the word is mostly a wrong guess.
/// </summary>
internal sealed class OppositeTermAnalyzer : ContentAnalyzer
{
    private const int FewestLetters = 6;
    private const int FewestTexts = 2;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [TerminologyDiagnostics.OppositeTerm];

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

        var opposites = context.Vocabulary.Of(source.Article.Locale).Opposites;
        foreach (var alignment in opposites.IsEmpty ? [] : context.Alignments)
        {
            var uses = UsesOf(alignment);
            foreach (var (term, kept) in PairsOf(uses, opposites))
            {
                Report(context, alignment, term, kept, uses[term]);
            }
        }
    }

    /// <summary>Words of the original in small letters, with the texts that they stand in.</summary>
    private static Dictionary<string, List<AlignedText>> UsesOf(DocumentAlignment alignment)
    {
        var uses = new Dictionary<string, List<AlignedText>>(StringComparer.Ordinal);
        foreach (var text in alignment.Texts)
        {
            foreach (var word in Tokens.Words(text.From).Select(w => w.Word).Where(w => w.Length >= FewestLetters && w.All(char.IsAsciiLetterLower)).Distinct(StringComparer.Ordinal))
            {
                if (!uses.TryGetValue(word, out var texts))
                {
                    uses[word] = texts = [];
                }

                texts.Add(text);
            }
        }

        return uses;
    }

    /// <summary>Terms that the translation never leaves as they are, with their opposites that it always does.</summary>
    private static IEnumerable<(string Term, string Kept)> PairsOf(Dictionary<string, List<AlignedText>> uses, ImmutableArray<(string, string)> opposites)
    {
        foreach (var (term, texts) in uses.Where(u => u.Value.Count >= FewestTexts && u.Value.TrueForAll(t => Tokens.IndexOfWord(t.To, u.Key) < 0)))
        {
            foreach (var (first, second) in opposites.SelectMany(o => new[] { o, (o.Item2, o.Item1) }).Where(o => term.StartsWith(o.Item1, StringComparison.Ordinal)))
            {
                var other = second + term[first.Length..];
                if (uses.TryGetValue(other, out var others) && others.Count >= FewestTexts && others.TrueForAll(t => Tokens.IndexOfWord(t.To, other) >= 0))
                {
                    yield return (term, other);
                }
            }
        }
    }

    private static void Report(LocaleSetAnalysisContext context, DocumentAlignment alignment, string term, string kept, List<AlignedText> texts)
    {
        // The rendering is the word that stands in all of these texts and in none of the others.
        var elsewhere = alignment.Texts.Except(texts).SelectMany(t => Tokens.Words(t.To)).Select(w => w.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var renderings = texts.Select(t => Tokens.Words(t.To).Select(w => w.Word)).Aggregate((all, words) => all.Intersect(words, StringComparer.OrdinalIgnoreCase))
            .Where(w => w.Length >= FewestLetters && !elsewhere.Contains(w)).ToList();
        if (renderings is not [var rendering])
        {
            return;
        }

        foreach (var text in texts)
        {
            var span = new TextSpan(text.TranslatedSpan.Start + Tokens.IndexOfWord(text.To, rendering), rendering.Length);
            context.ReportReplaceable(TerminologyDiagnostics.OppositeTerm, text.Translation, span, term, rendering, term, kept);
        }
    }
}
