using KbApi.Content.Model;

namespace KbApi.Search.Ranking;

/// <summary>Finds the entries that tell a part of the same story: the other events of its operation, and its look-alikes.</summary>
internal static class EntryPartners
{
    private const int MaxPartners = 5;

    public static IEnumerable<Entry> Of(Entry entry, KnowledgeBase knowledgeBase)
    {
        var article = knowledgeBase.Articles.Find(entry.ArticleId)?.In(entry.Locale);
        var operations = (article?.Operations.Operations ?? [])
            .Select(o => new[] { o.Start, o.Success, o.Failure })
            .Where(roles => roles.Contains(entry.Id))
            .SelectMany(roles => roles);
        var states = (article?.Operations.States ?? []).Select(s => new[] { s.Started, s.Stopped }).Where(roles => roles.Contains(entry.Id)).SelectMany(roles => roles);
        return operations.Concat(states).Concat(entry.Discriminators.SelectMany(d => d.Others))
            .OfType<string>()
            .Where(id => id != entry.Id)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxPartners)
            .Select(id => knowledgeBase.Entries.Find(id)?.In(entry.Locale))
            .OfType<Entry>();
    }
}
