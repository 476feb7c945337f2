using KbApi.Content.Model;
using KbApi.Server.Contracts;

namespace KbApi.Server.Entries;

/// <summary>Finds the part that an entry's event plays.</summary>
internal static class OperationRoles
{
    public static EntryOperationResponse? Of(Entry entry, KnowledgeBase knowledgeBase)
    {
        var model = knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!.Operations;
        foreach (var operation in model.Operations)
        {
            if (RoleIn(operation, entry.Id) is { } role)
            {
                return Role(operation.Id, role);
            }
        }

        foreach (var state in model.States)
        {
            if (entry.Id == state.Started || entry.Id == state.Stopped)
            {
                return Role(state.Id, entry.Id == state.Started ? OperationRole.Started : OperationRole.Stopped);
            }
        }

        if (model.Heartbeats.FirstOrDefault(h => h.Entry == entry.Id) is { } heartbeat)
        {
            return Role(heartbeat.Id, OperationRole.Heartbeat);
        }

        return model.Recurring.Contains(entry.Id) ? Role(entry.Id, OperationRole.Recurring) : null;
    }

    private static OperationRole? RoleIn(Operation operation, string entryId) =>
        entryId == operation.Start ? OperationRole.Start
        : entryId == operation.Success ? OperationRole.Success
        : entryId == operation.Failure ? OperationRole.Failure
        : null;

    private static EntryOperationResponse Role(string id, OperationRole role) => new() { Id = id, Role = role };
}
