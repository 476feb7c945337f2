using KbApi.Content.Model;

namespace KbApi.Search.Packs;

/// <summary>Looks at everything that a knowledge base holds, so that what can't be read shows.</summary>
internal static class PackedContents
{
    public static void ReadAll(KnowledgeBase knowledgeBase, CancellationToken cancellation)
    {
        foreach (var article in knowledgeBase.Articles.Items.SelectMany(a => a.Variants))
        {
            cancellation.ThrowIfCancellationRequested();
            _ = article.Text.Content;
        }

        ReadAll(knowledgeBase.Entries, cancellation);
        ReadAll(knowledgeBase.Procedures, cancellation);
        ReadAll(knowledgeBase.Ladders, cancellation);
        ReadAll(knowledgeBase.Checklists, cancellation);
        ReadAll(knowledgeBase.Operations, cancellation);
        ReadAll(knowledgeBase.States, cancellation);
        ReadAll(knowledgeBase.Heartbeats, cancellation);
        foreach (var owner in knowledgeBase.Codes.Lookups.All.SelectMany(l => l.Owners))
        {
            _ = knowledgeBase.Entries.Find(owner.EntryId) ?? throw new InvalidDataException($"The code {owner.Code} leads to no entry.");
        }

        _ = knowledgeBase.Schemes.Schemes;
    }

    private static void ReadAll<T>(LocalizedSet<T> set, CancellationToken cancellation)
        where T : class, ILocalizable
    {
        foreach (var item in set.Items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (set.Find(item.Id) is null || item.Variants.Any(v => !v.Id.Equals(item.Id, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidDataException($"The id {item.Id} leads to something else.");
            }
        }
    }
}
