using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Configuration;
using KbApi.Server.Changes;
using KbApi.Server.Http;

namespace KbApi.Server.Snapshots;

/// <summary>The content being served.</summary>
/// <param name="KnowledgeBase">What it knows.</param>
/// <param name="Severities">What people who write it have set for findings.</param>
/// <param name="LoadedAt">When it was loaded.</param>
internal sealed record Snapshot(KnowledgeBase KnowledgeBase, SeverityOptions Severities, DateTimeOffset LoadedAt)
{
    /// <summary>Identifies all that answers depend on: that of the content where nothing is set, else one of the same form.</summary>
    public string Id { get; } = IdOf(KnowledgeBase, Severities);

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

    /// <summary>The id that content with settings has.</summary>
    public static string IdOf(KnowledgeBase knowledgeBase, SeverityOptions severities)
    {
        var id = knowledgeBase.SnapshotId;
        return severities.Fingerprint.Length == 0
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + severities.Fingerprint)))[..id.Length];
    }
}
