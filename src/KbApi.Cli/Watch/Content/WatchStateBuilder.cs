using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Drift;
using KbApi.Rules.Fixes;
using KbApi.Rules.Syntax;

namespace KbApi.Cli.Watch.Content;

/// <summary>Puts together what is known of the content: documents, findings and drift, article by article.</summary>
/// <param name="previous">The state before; what could be read then stays shown where it can't be now.</param>
/// <param name="providers">Mend findings.</param>
/// <param name="now">The time.</param>
internal sealed class WatchStateBuilder(WatchState? previous, IEnumerable<FixProvider> providers, DateTimeOffset now)
{
    private const int KeyLength = 16;

    private readonly ILookup<string, FixProvider> _providers =
        providers.SelectMany(p => p.FixableDiagnosticIds.Select(id => (Id: id, Provider: p))).ToLookup(p => p.Id, p => p.Provider, StringComparer.Ordinal);

    public WatchState Build(IReadOnlyList<ContentFile> files, KnowledgeBase knowledgeBase, IEnumerable<Diagnostic> findings, DriftReport drift)
    {
        var byPath = findings.ToLookup(d => d.Location.Path, StringComparer.Ordinal);
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).Select(f => (File: f, Layout: ContentLayout.Of(f))).ToList();
        var drifts = drift.Articles.ToLookup(a => a.Id, StringComparer.OrdinalIgnoreCase);
        var unreadable = knowledgeBase.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.Path).ToHashSet(StringComparer.Ordinal);
        var articles = documents.GroupBy(d => d.Layout.ArticleId, StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.Ordinal).Select(group =>
        {
            var item = knowledgeBase.Articles.Find(group.Key);
            ImmutableArray<WatchedDocument> variants =
            [
                .. group.GroupBy(d => d.Layout.Locale ?? knowledgeBase.DefaultLocale)
                    .OrderByDescending(g => g.Key == knowledgeBase.DefaultLocale).ThenBy(g => g.Key)
                    .Select(g => Document(group.Key, g.Key, [.. g.Select(d => d.File.Path)], item?.In(g.Key), byPath, unreadable)),
            ];
            return Article(group.Key, variants, [.. drifts[group.Key]]);
        });
        var known = documents.Select(d => d.File.Path).ToHashSet(StringComparer.Ordinal);
        return new WatchState(
            (previous?.Version ?? 0) + 1, knowledgeBase, [.. articles], [.. byPath.Where(g => !known.Contains(g.Key)).SelectMany(g => g)]);
    }

    private WatchedDocument Document(
        string id, LocaleTag locale, IReadOnlyList<string> paths, Article? article, ILookup<string, Diagnostic> findings, HashSet<string> unreadable)
    {
        var path = article?.Text.Path ?? paths[0];
        var before = previous?.Find(id)?.Documents.FirstOrDefault(d => d.Locale == locale);
        var isBroken = article is null || unreadable.Contains(path);
        var shown = isBroken && before?.Article is not null ? before.Article : article;
        DateTimeOffset? goodAt = isBroken && before?.Article is not null ? before.GoodAt ?? now : null;
        var syntax = goodAt is null && shown is not null ? new DocumentSyntax(shown) : null;
        return new WatchedDocument(
            path,
            article?.Text.ContentHash ?? "",
            locale,
            shown,
            goodAt,
            [.. paths.SelectMany(p => findings[p].Select(d => Finding(d, p == path ? syntax : null)))]);
    }

    private WatchedFinding Finding(Diagnostic diagnostic, DocumentSyntax? document)
    {
        var fix = document is null ? null : _providers[diagnostic.Id].Select(p => p.GetFix(diagnostic, document)).FirstOrDefault(f => f is not null);
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{document?.Text.ContentHash}:{diagnostic.Id}:{diagnostic.Location.Span}:{diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        return new WatchedFinding(Hash(key), diagnostic, fix);
    }

    private static WatchedArticle Article(string id, ImmutableArray<WatchedDocument> documents, ImmutableArray<ArticleDrift> drift)
    {
        var shown = documents.Select(d => $"{d.Locale} {d.ContentHash} {d.GoodAt} {string.Concat(d.Findings.Select(f => f.Key + f.Diagnostic.Severity))}")
            .Concat(drift.SelectMany(d => d.Items.SelectMany(i => i.Fields.Select(f => $"{d.Locale} {i.Id} {f.Name} {f.State} {string.Concat(f.Reasons.Select(r => r.Found + r.Expected))}").Append($"{i.State}"))));
        return new WatchedArticle(id, Hash(string.Join('\n', shown)), documents, drift);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..KeyLength];
}
