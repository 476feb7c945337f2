using KbApi.Content.Model;
using KbApi.Server.Contracts;

namespace KbApi.Server.Entries;

/// <summary>Finds the entries that have to do with an entry.</summary>
internal sealed class RelatedEntries(KnowledgeBase knowledgeBase)
{
    public IEnumerable<RelatedResponse> Of(Entry entry) =>
        LooksLike(entry).Concat(SameOperation(entry)).Concat(NextSteps(entry)).Where(r => r.Id != entry.Id).DistinctBy(r => r.Id);

    private static IEnumerable<RelatedResponse> LooksLike(Entry entry) =>
        entry.Discriminators.SelectMany(d => d.Others).Select(id => new RelatedResponse { Id = id, Relation = RelationKind.LooksLike });

    private IEnumerable<RelatedResponse> SameOperation(Entry entry)
    {
        var article = knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        foreach (var operation in article.Operations.Operations)
        {
            string?[] events = [operation.Start, operation.Success, operation.Failure];
            if (events.Contains(entry.Id))
            {
                return events.OfType<string>().Select(id => new RelatedResponse { Id = id, Relation = RelationKind.SameOperation });
            }
        }

        foreach (var state in article.Operations.States)
        {
            string[] events = [state.Started, state.Stopped];
            if (events.Contains(entry.Id))
            {
                return events.Select(id => new RelatedResponse { Id = id, Relation = RelationKind.SameOperation });
            }
        }

        return [];
    }

    /// <summary>Entries of the same article that its links lead to.</summary>
    private IEnumerable<RelatedResponse> NextSteps(Entry entry) =>
        from link in entry.Links
        where link.Target.StartsWith('#')
        let target = knowledgeBase.Entries.Find($"{entry.ArticleId}/{link.Target[1..]}")
        where target is not null
        select new RelatedResponse { Id = target.Id, Relation = RelationKind.NextStep };
}
