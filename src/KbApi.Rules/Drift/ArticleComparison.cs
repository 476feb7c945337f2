using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.ModelRules;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Drift;

/// <summary>Compares a document with its original: pairs what both hold, and has each pair compared.</summary>
internal sealed class ArticleComparison
{
    private readonly DriftSide _original;
    private readonly DriftSide _here;
    private readonly DriftSide? _base;
    private readonly IReadOnlyDictionary<string, string> _sections;

    public ArticleComparison(Article original, Article here, Article? translated, DriftOptions options)
    {
        _original = new DriftSide(new DocumentSyntax(original), options.Vocabulary.Of(original.Locale));
        _here = new DriftSide(new DocumentSyntax(here), options.Vocabulary.Of(here.Locale));
        _base = translated is null ? null : new DriftSide(new DocumentSyntax(translated), _original.Words);
        _sections = SectionAlignment.Pair(original, here);
    }

    public ArticleDrift Compare()
    {
        var revision = RevisionComparison.Compare(_original, _here, _base is not null);
        return new ArticleDrift(
            _original.Article.Id, _here.Article.Locale, _here.Article.Title.Text, _original.Article.Text.Path, _here.Article.Text.Path, revision, [.. Entries(), .. Items()]);
    }

    private IEnumerable<ItemDrift> Entries()
    {
        var pairs = EntryAlignment.Pair(_original.Article, _here.Article).ToList();
        var before = _base is null ? [] : EntryAlignment.Pair(_base.Article, _original.Article).ToDictionary(p => p.Translation, p => p.Original, References<Entry>());
        var comparison = new EntryComparison(_original, _here, new EntryFindings(CodeComparison.Contradictions(_here), Cells()))
        {
            Presence = FieldPresence.Of(pairs.Select(p => (EntryField.Of(p.Original), EntryField.Of(p.Translation)))),
        };
        return InOrder(DriftItemKind.Entry, _original.Article.Entries, _here.Article.Entries, pairs, e => e.Title.Text,
            (a, b) => comparison.Compare(a, b, before.GetValueOrDefault(a)));
    }

    private IEnumerable<ItemDrift> Items()
    {
        var items = new ItemComparison(_original, _here, _sections);
        var (from, to) = (_original.Article, _here.Article);
        return
        [
            .. InOrder(DriftItemKind.Procedure, from.Procedures, to.Procedures, PairItems(from.Procedures, to.Procedures), p => p.Title.Text, items.Compare),
            .. InOrder(DriftItemKind.Ladder, from.Ladders, to.Ladders, PairItems(from.Ladders, to.Ladders), l => l.Title.Text, items.Compare),
            .. InOrder(DriftItemKind.Checklist, from.Checklists, to.Checklists, PairItems(from.Checklists, to.Checklists), c => c.Title.Text, items.Compare),
        ];
    }

    /// <summary>Items of the same section, in order.</summary>
    private List<(T Original, T Translation)> PairItems<T>(ImmutableArray<T> originals, ImmutableArray<T> translations)
        where T : KnowledgeItem
    {
        var bySection = originals.ToLookup(i => i.Section, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. translations.GroupBy(t => t.Section, StringComparer.OrdinalIgnoreCase)
                .SelectMany(g => bySection[g.Key is null ? null : _sections.GetValueOrDefault(g.Key, g.Key)].Zip(g)),
        ];
    }

    private IEnumerable<ItemDrift> InOrder<T>(
        DriftItemKind kind,
        ImmutableArray<T> originals,
        ImmutableArray<T> translations,
        List<(T Original, T Translation)> pairs,
        Func<T, string> titleOf,
        Func<T, T, ImmutableArray<FieldDrift>> compare)
        where T : KnowledgeItem
    {
        var partners = pairs.ToDictionary(p => p.Original, p => p.Translation, References<T>());
        foreach (var original in originals)
        {
            if (partners.TryGetValue(original, out var here))
            {
                var fields = compare(original, here);
                var state = fields.Select(f => f.State).DefaultIfEmpty(DriftState.Current).Max();
                yield return new ItemDrift(kind, original.Id, titleOf(here), state, _original.At(original.Span), _here.At(here.Span), fields);
            }
            else
            {
                yield return new ItemDrift(kind, original.Id, titleOf(original), DriftState.Missing, _original.At(original.Span), null, []);
            }
        }

        var paired = partners.Values.ToHashSet(References<T>());
        foreach (var orphan in translations.Where(t => !paired.Contains(t)))
        {
            yield return new ItemDrift(kind, orphan.Id, titleOf(orphan), DriftState.Orphan, null, _here.At(orphan.Span), []);
        }
    }

    /// <summary>Cells whose explanation of a code lost its negation, or that no longer begin as the machine writes them.</summary>
    private ImmutableArray<CellFinding> Cells() =>
        [.. new DocumentAlignment(_original.Document, _here.Document).Texts.Where(t => t.IsCell).SelectMany(Findings)];

    private IEnumerable<CellFinding> Findings(AlignedText cell)
    {
        if (_original.Language != _here.Language && TextParity.LosesNegation(cell.From, _original.Words, cell.To, _here.Words))
        {
            yield return new CellFinding(DriftReasonKind.NegationLost, "", "", cell.OriginalSpan, cell.TranslatedSpan);
        }

        if (TextParity.TranslatedLiteral(cell.From, cell.To) is var (literal, instead))
        {
            yield return new CellFinding(DriftReasonKind.Literal, literal, instead ?? "", cell.OriginalSpan, cell.TranslatedSpan);
        }
    }

    private static EqualityComparer<T> References<T>()
        where T : class => EqualityComparer<T>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode);
}

/// <summary>What was found in a whole document and belongs to some of its entries.</summary>
/// <param name="Contradictions">Codes that contradict their rows.</param>
/// <param name="Cells">What was found in cells of tables, whatever field they became.</param>
internal sealed record EntryFindings(ImmutableArray<ContradictedCode> Contradictions, ImmutableArray<CellFinding> Cells);

/// <summary>Something that differs between two cells.</summary>
/// <param name="Kind">What.</param>
/// <param name="Expected">What the original has.</param>
/// <param name="Found">What the document has.</param>
/// <param name="Original">The cell of the original.</param>
/// <param name="Here">The cell of the document.</param>
internal sealed record CellFinding(DriftReasonKind Kind, string Expected, string Found, TextSpan Original, TextSpan Here);
