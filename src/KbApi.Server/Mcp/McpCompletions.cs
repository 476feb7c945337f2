using KbApi.Server.Snapshots;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp;

/// <summary>Completes what people type into arguments of prompts and of the address of entries.</summary>
internal sealed class McpCompletions(SnapshotStore store)
{
    /// <summary>As many as the protocol allows.</summary>
    private const int MaxValues = 100;

    public async ValueTask<CompleteResult> CompleteAsync(string argument, string typed, CancellationToken cancellation)
    {
        var knowledgeBase = (await store.GetAsync(cancellation)).KnowledgeBase;
        var known = argument switch
        {
            "locale" => knowledgeBase.Locales.Select(l => l.Value),
            "id" => knowledgeBase.Entries.Items.Select(i => i.Id),
            _ => [],
        };
        var fitting = known.Where(v => v.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return new CompleteResult { Completion = new Completion { Values = [.. fitting.Take(MaxValues)], Total = fitting.Count, HasMore = fitting.Count > MaxValues } };
    }
}
