using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>
/// All files that were read, and what they make together. What a few changed files make is made of what there was: only the articles that they are, in all
/// their locales, are put together anew. Immutable.
/// </summary>
internal sealed class LoadedContent
{
    private readonly SharedMap<ArticleGroup> _byId;
    private readonly ImmutableArray<ArticleGroup> _groups;

    private LoadedContent(ImmutableArray<LoadedFile> files, ReaderConfiguration configuration, SharedMap<ArticleGroup> byId, ImmutableArray<ArticleGroup> groups, KnowledgeBase knowledgeBase) =>
        (Files, Configuration, _byId, _groups, KnowledgeBase) = (files, configuration, byId, groups, knowledgeBase);

    /// <summary>The files, in order of their paths.</summary>
    public ImmutableArray<LoadedFile> Files { get; }

    /// <summary>How they were read.</summary>
    public ReaderConfiguration Configuration { get; }

    /// <summary>What they make.</summary>
    public KnowledgeBase KnowledgeBase { get; }

    /// <summary>What files make.</summary>
    public static LoadedContent Of(ImmutableArray<LoadedFile> files, LoadContext context)
    {
        ImmutableArray<ArticleGroup> groups =
        [
            .. files.Where(f => f.Article is not null).GroupBy(f => f.Article!.Id, StringComparer.Ordinal).Select(g => ArticleGroup.Of([.. g], context))
                .Order(ArticleGroup.Order(context.Options.DefaultLocale)),
        ];
        var knowledgeBase = new KnowledgeBase(
            SnapshotIds.Compute(context.Configuration, context.Options, files),
            context.Options.DefaultLocale,
            [.. groups.SelectMany(g => g.Articles)],
            DiagnosticsOf(files, groups, context),
            context.Configuration.Schemes);
        return new LoadedContent(
            files, context.Configuration, new SharedMap<ArticleGroup>([.. groups.Select(g => KeyValuePair.Create(g.Id, g))], StringComparison.Ordinal), groups, knowledgeBase);
    }

    /// <summary>What files make that are these but for some, read alike.</summary>
    /// <param name="files">All files.</param>
    /// <param name="difference">Those of them that are not among these, and those of these that are not among them.</param>
    /// <param name="context">How they are read.</param>
    public LoadedContent After(ImmutableArray<LoadedFile> files, FileDifference difference, LoadContext context)
    {
        var gone = new HashSet<LoadedFile>(difference.Gone, ReferenceEqualityComparer.Instance);
        var ids = difference.Gone.Concat(difference.New).Select(f => f.Article?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var changes = new List<(ArticleGroup? Before, ArticleGroup? Now)>();
        foreach (var id in ids)
        {
            var before = _byId.Find(id);
            ImmutableArray<LoadedFile> members =
            [
                .. (before?.Files ?? []).Where(f => !gone.Contains(f)).Concat(difference.New.Where(f => f.Article?.Id == id)).OrderBy(f => f.RelativePath, StringComparer.Ordinal),
            ];
            changes.Add((before, members.IsEmpty ? null : ArticleGroup.Of(members, context)));
        }

        var groups = Replace(changes, ArticleGroup.Order(context.Options.DefaultLocale));
        var knowledgeBase = new KnowledgeBase(
            KnowledgeBase,
            SnapshotIds.Compute(context.Configuration, context.Options, files),
            ChangeOf(changes, groups),
            DiagnosticsOf(files, groups, context));
        var byId = _byId.With(changes.Select(c => KeyValuePair.Create((c.Now ?? c.Before)!.Id, c.Now)));
        return new LoadedContent(files, Configuration, byId, groups, knowledgeBase);
    }

    private ImmutableArray<ArticleGroup> Replace(List<(ArticleGroup? Before, ArticleGroup? Now)> changes, Comparer<ArticleGroup> order)
    {
        var replaced = changes.Select(c => c.Before).OfType<ArticleGroup>().ToHashSet<ArticleGroup>(ReferenceEqualityComparer.Instance);
        var added = changes.Select(c => c.Now).OfType<ArticleGroup>().Order(order).ToList();
        var groups = ImmutableArray.CreateBuilder<ArticleGroup>(_groups.Length + added.Count);
        var next = 0;
        foreach (var group in _groups)
        {
            if (!replaced.Contains(group))
            {
                while (next < added.Count && order.Compare(added[next], group) < 0)
                {
                    groups.Add(added[next++]);
                }

                groups.Add(group);
            }
        }

        groups.AddRange(added[next..]);
        return groups.DrainToImmutable();
    }

    private static ArticleChange ChangeOf(List<(ArticleGroup? Before, ArticleGroup? Now)> changes, ImmutableArray<ArticleGroup> groups)
    {
        var (removed, added) = (new List<Article>(), new List<Article>());
        foreach (var (before, now) in changes)
        {
            // Articles that stay as they are count as well where they stand elsewhere among the others.
            var same = before is null || now is null || !now.HasPlaceOf(before) ? [] : before.Articles.Intersect(now.Articles, ReferenceEqualityComparer.Instance).ToHashSet(ReferenceEqualityComparer.Instance);
            removed.AddRange((before?.Articles ?? []).Where(a => !same.Contains(a)));
            added.AddRange((now?.Articles ?? []).Where(a => !same.Contains(a)));
        }

        return new ArticleChange(removed, added, [.. groups.SelectMany(g => g.Articles)]);
    }

    private static ImmutableArray<Diagnostic> DiagnosticsOf(ImmutableArray<LoadedFile> files, ImmutableArray<ArticleGroup> groups, LoadContext context)
    {
        var duplicates = groups.Where(g => !g.Duplicates.IsEmpty).SelectMany(g => g.Duplicates).ToDictionary(d => d.Path, d => d.Diagnostic, StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(context.Configuration.Diagnostics);
        foreach (var file in files)
        {
            diagnostics.AddRange(file.Diagnostics);
            if (duplicates.Count > 0 && duplicates.TryGetValue(file.RelativePath, out var duplicate))
            {
                diagnostics.Add(duplicate);
            }
        }

        return diagnostics.ToImmutable();
    }
}
