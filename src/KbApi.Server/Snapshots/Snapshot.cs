using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Server.Changes;
using KbApi.Server.Http;

namespace KbApi.Server.Snapshots;

/// <summary>The content being served.</summary>
/// <param name="KnowledgeBase">What it knows.</param>
/// <param name="LoadedAt">When it was loaded.</param>
internal sealed record Snapshot(KnowledgeBase KnowledgeBase, DateTimeOffset LoadedAt)
{
    public string Id => KnowledgeBase.SnapshotId;

    private readonly Lazy<EntryFingerprints> _fingerprints = new(() => new EntryFingerprints(KnowledgeBase));
    private readonly Lazy<MessageIndex> _messages = new(() => new MessageIndex(KnowledgeBase.Entries.Items.SelectMany(i => i.Variants)));

    private readonly Lazy<ReportClassifier> _classifier = new(() => ReportClassifier.Create(KnowledgeBase));

    /// <summary>Compares reports with it; made when first asked for.</summary>
    public ReportClassifier Classifier => _classifier.Value;

    /// <summary>What its entries say, to be compared with other snapshots.</summary>
    public EntryFingerprints Fingerprints => _fingerprints.Value;

    /// <summary>Its entries by message; made when first asked for.</summary>
    public MessageIndex Messages => _messages.Value;

    /// <summary>What has been answered from it.</summary>
    public AnswerCache Answers { get; } = new();
}
