using KbApi.Content.Model;
using KbApi.Server.Http;

namespace KbApi.Server.Snapshots;

/// <summary>The content being served.</summary>
/// <param name="KnowledgeBase">What it knows.</param>
/// <param name="LoadedAt">When it was loaded.</param>
internal sealed record Snapshot(KnowledgeBase KnowledgeBase, DateTimeOffset LoadedAt)
{
    public string Id => KnowledgeBase.SnapshotId;

    /// <summary>What has been answered from it.</summary>
    public AnswerCache Answers { get; } = new();
}
