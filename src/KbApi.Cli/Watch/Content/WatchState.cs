using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Drift;
using KbApi.Rules.Fixes;

namespace KbApi.Cli.Watch.Content;

/// <summary>The content at one moment, with all that is known about it.</summary>
/// <param name="Version">Grows with each change.</param>
/// <param name="KnowledgeBase">What was understood of it.</param>
/// <param name="Articles">The articles, by id.</param>
/// <param name="Elsewhere">Findings in files that are no documents.</param>
internal sealed record WatchState(int Version, KnowledgeBase KnowledgeBase, ImmutableArray<WatchedArticle> Articles, ImmutableArray<Diagnostic> Elsewhere)
{
    public WatchedArticle? Find(string id) => Articles.FirstOrDefault(a => a.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>All findings, in the order of the articles.</summary>
    public IEnumerable<Diagnostic> Findings => Articles.SelectMany(a => a.Findings).Concat(Elsewhere);
}

/// <summary>An article in all its locales.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Changes when anything of it does that a page shows.</param>
/// <param name="Documents">Its documents, that in the default locale first.</param>
/// <param name="Drift">How its translations stand to the original; a locale that it is missing in has one, too.</param>
internal sealed record WatchedArticle(string Id, string Version, ImmutableArray<WatchedDocument> Documents, ImmutableArray<ArticleDrift> Drift)
{
    /// <summary>Its title in the first of its documents that can be read, else its id.</summary>
    public string Title => Documents.Select(d => d.Article?.Title.Text).FirstOrDefault(t => t is not null) ?? Id;

    public IEnumerable<Diagnostic> Findings => Documents.SelectMany(d => d.Findings).Select(f => f.Diagnostic);
}

/// <summary>An article in one locale.</summary>
/// <param name="Path">Its file.</param>
/// <param name="ContentHash">Tells versions of the file apart.</param>
/// <param name="Locale">Its locale.</param>
/// <param name="Article">What was understood of it; of an earlier version where <paramref name="GoodAt"/> is set; null where it never could be read.</param>
/// <param name="GoodAt">When the file could last be read, where it can't be now; else null.</param>
/// <param name="Findings">What the rules say of it, in the order of its lines.</param>
internal sealed record WatchedDocument(
    string Path, string ContentHash, LocaleTag Locale, Article? Article, DateTimeOffset? GoodAt, ImmutableArray<WatchedFinding> Findings)
{
    /// <summary>The text that findings lie in, or null where they lie in another than that which is shown.</summary>
    public SourceText? Text => GoodAt is null ? Article?.Text : null;
}

/// <summary>A finding, and how it can be mended.</summary>
/// <param name="Key">Names it as long as the file stays as it is.</param>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Fix">What would mend it, or null. Whether that makes things better is tried when it is asked for.</param>
internal sealed record WatchedFinding(string Key, Diagnostic Diagnostic, Fix? Fix);
