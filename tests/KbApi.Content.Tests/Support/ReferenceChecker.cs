using KbApi.Content.Model;

namespace KbApi.Content.Tests.Support;

/// <summary>Finds ids that are not unique in an article and references that lead nowhere.</summary>
internal static class ReferenceChecker
{
    public static IReadOnlyList<string> Check(Article article)
    {
        var entries = article.Entries.Select(e => e.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var procedures = article.Procedures.Select(p => p.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sections = article.Sections.Select(s => s.Anchor).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var operations = article.Operations;
        IEnumerable<KnowledgeItem> items = [.. article.Entries, .. article.Procedures, .. article.Ladders, .. article.Checklists];
        IEnumerable<string?> entryReferences =
        [
            .. article.Entries.SelectMany(e => e.Discriminators).SelectMany(d => d.Others),
            .. operations.Operations.SelectMany(o => new[] { o.Start, o.Success, o.Failure }),
            .. operations.States.SelectMany(s => new[] { s.Started, s.Stopped }),
            .. operations.Heartbeats.Select(h => h.Entry),
            .. operations.Recurring,
        ];
        IEnumerable<string?> procedureReferences =
        [
            .. article.Entries.SelectMany(e => e.Resolution?.Procedures ?? []),
            .. article.Ladders.SelectMany(l => l.Rungs).Select(r => r.Procedure),
        ];
        return
        [
            .. Missing(entryReferences, entries, "entry"),
            .. Missing(procedureReferences, procedures, "procedure"),
            .. Missing(items.Select(i => i.Section), sections, "section"),
            .. Repeated(article.Entries.Select(e => e.Id), "entry"),
            .. Repeated(article.Procedures.Select(p => p.Id), "procedure"),
            .. Repeated(article.Sections.Select(s => s.Anchor), "section"),
            .. items.Where(i => i.ArticleId != article.Id || !i.Id.StartsWith(article.Id + "/", StringComparison.Ordinal)).Select(i => $"{i.Id} is not of {article.Id}"),
            .. items.Where(i => i.Locale != article.Locale).Select(i => $"{i.Id} is of {i.Locale}"),
        ];
    }

    private static IEnumerable<string> Missing(IEnumerable<string?> references, HashSet<string> known, string what) =>
        references.OfType<string>().Where(r => !known.Contains(r)).Select(r => $"there is no {what} {r}");

    private static IEnumerable<string> Repeated(IEnumerable<string> ids, string what) =>
        ids.CountBy(id => id, StringComparer.OrdinalIgnoreCase).Where(id => id.Value > 1).Select(id => $"{id.Value} times {what} {id.Key}");
}
