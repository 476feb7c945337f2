using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Drift;

/// <summary>Tells how far documents have drifted from their originals: entry by entry and field by field, with the places on both sides.</summary>
public static class DriftReader
{
    /// <summary>Compares all documents of a knowledge base with those in its default locale.</summary>
    public static DriftReport Read(KnowledgeBase knowledgeBase, DriftOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(options);
        var source = knowledgeBase.DefaultLocale;
        var locales = options.Locale is { } one ? [one] : knowledgeBase.Locales.Where(l => l != source).ToList();
        return new DriftReport(source, Compare(
            from locale in locales
            from article in knowledgeBase.Articles.Items.OrderBy(a => a.Id, StringComparer.Ordinal)
            select new DriftPair(article.In(source), article.In(locale), locale),
            options,
            cancellation));
    }

    /// <summary>Compares documents with originals that stand elsewhere.</summary>
    /// <param name="originals">The originals, each with an id of its own.</param>
    /// <param name="documents">The documents; those with the id of an original were made from it.</param>
    /// <param name="options">What is compared.</param>
    /// <param name="cancellation">Ends the comparison early.</param>
    public static DriftReport Read(IReadOnlyCollection<Article> originals, IReadOnlyCollection<Article> documents, DriftOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(originals);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(options);
        var byId = originals.DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var pairs =
            from locale in documents.Select(d => d.Locale).Distinct().Where(l => options.Locale is null || l == options.Locale).Order()
            let here = documents.Where(d => d.Locale == locale).DistinctBy(d => d.Id, StringComparer.Ordinal).ToDictionary(d => d.Id, StringComparer.Ordinal)
            from id in byId.Keys.Union(here.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            select new DriftPair(byId.GetValueOrDefault(id), here.GetValueOrDefault(id), locale);
        var locales = originals.Select(o => o.Locale).Distinct().ToList();
        return new DriftReport(locales.Count == 1 ? locales[0] : default, Compare(pairs, options, cancellation));
    }

    private static ImmutableArray<ArticleDrift> Compare(IEnumerable<DriftPair> pairs, DriftOptions options, CancellationToken cancellation)
    {
        var wanted = pairs.Where(p => p.Here is not null || (p.Original is not null && options.ReportsMissingArticles)).ToList();
        var articles = new ArticleDrift[wanted.Count];
        Parallel.For(0, wanted.Count, new ParallelOptions { CancellationToken = cancellation }, i => articles[i] = Compare(wanted[i], options));
        return [.. articles];
    }

    private static ArticleDrift Compare(DriftPair pair, DriftOptions options) => pair switch
    {
        { Original: { } original, Here: { } here } => new ArticleComparison(original, here, TranslatedFrom(original, here, options), options).Compare(),
        { Original: { } original } => new ArticleDrift(original.Id, pair.Locale, original.Title.Text, original.Text.Path, null, RevisionDrift.Unknown, All(original, DriftState.Missing)),
        { Here: { } here } => new ArticleDrift(here.Id, pair.Locale, here.Title.Text, null, here.Text.Path, RevisionDrift.Unknown, All(here, DriftState.Orphan)),
        _ => throw new ArgumentException("A pair holds an original, a document, or both.", nameof(pair)),
    };

    private static Article? TranslatedFrom(Article original, Article here, DriftOptions options) =>
        here.Revision.SourceRevision is { } revision ? options.OriginalAt(original, revision) : null;

    private static ImmutableArray<ItemDrift> All(Article article, DriftState state) =>
    [
        .. article.Entries.Select(e => Of(article, DriftItemKind.Entry, e, e.Title.Text, state)),
        .. article.Procedures.Select(p => Of(article, DriftItemKind.Procedure, p, p.Title.Text, state)),
        .. article.Ladders.Select(l => Of(article, DriftItemKind.Ladder, l, l.Title.Text, state)),
        .. article.Checklists.Select(c => Of(article, DriftItemKind.Checklist, c, c.Title.Text, state)),
    ];

    private static ItemDrift Of(Article article, DriftItemKind kind, KnowledgeItem item, string title, DriftState state)
    {
        var place = Location.In(article.Text, item.Span);
        return new ItemDrift(kind, item.Id, title, state, state == DriftState.Missing ? place : null, state == DriftState.Orphan ? place : null, []);
    }

    private sealed record DriftPair(Article? Original, Article? Here, LocaleTag Locale);
}
