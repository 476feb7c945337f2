using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Configuration;
using KbApi.Rules.Logs;
using KbApi.Rules.Triage;
using KbApi.Server.Changes;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Search;

namespace KbApi.Server.Snapshots;

/// <summary>The content being served.</summary>
internal sealed record Snapshot
{
    private readonly Lazy<MessageIndex> _messages;
    private readonly Lazy<ReportClassifier> _classifier;
    private readonly Lazy<LogAnalyzer> _logs;
    private readonly Lazy<TriageDesk> _triage;

    /// <param name="knowledgeBase">What it knows.</param>
    /// <param name="severities">What is set for findings.</param>
    /// <param name="loadedAt">When it was loaded.</param>
    /// <param name="digests">Makes fingerprints of it.</param>
    public Snapshot(KnowledgeBase knowledgeBase, SeverityOptions severities, DateTimeOffset loadedAt, EntryDigests digests)
    {
        (KnowledgeBase, Severities, LoadedAt) = (knowledgeBase, severities, loadedAt);
        Id = IdOf(knowledgeBase, severities);
        LazyFingerprints = digests.Of(knowledgeBase);
        _messages = new(() => new MessageIndex(knowledgeBase.Entries.Items.SelectMany(i => i.Variants)));
        _classifier = new(() => ReportClassifier.Create(knowledgeBase));
        _logs = new(() => new LogAnalyzer(LogKnowledge.Create(knowledgeBase, Classifier)));
        _triage = new(() => TriageDesk.Create(knowledgeBase, Classifier));
    }

    /// <summary>What it knows.</summary>
    public KnowledgeBase KnowledgeBase { get; }

    /// <summary>What people who write it have set for findings.</summary>
    public SeverityOptions Severities { get; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>Identifies all that answers depend on: that of the content where nothing is set, else one of the same form.</summary>
    public string Id { get; }

    /// <summary>Compares reports with it; made when first asked for.</summary>
    public ReportClassifier Classifier => _classifier.Value;

    /// <summary>Reads event logs with it; made when first asked for.</summary>
    public LogAnalyzer Logs => _logs.Value;

    /// <summary>Says what to do next; made when first asked for.</summary>
    public TriageDesk Triage => _triage.Value;

    /// <summary>What its entries say, to be compared with other snapshots.</summary>
    public EntryFingerprints Fingerprints => LazyFingerprints.Value;

    /// <summary>The same, whether or not it has been made; who keeps it does not keep the snapshot.</summary>
    public Lazy<EntryFingerprints> LazyFingerprints { get; }

    /// <summary>Its entries by message; made when first asked for.</summary>
    public MessageIndex Messages => _messages.Value;

    /// <summary>What has been answered from it.</summary>
    public AnswerCache Answers { get; } = new();

    /// <summary>What hits in it say.</summary>
    public HitJson Hits { get; } = new();

    /// <summary>Which of its answers had nothing.</summary>
    public RecordedAnswers Unanswered { get; } = new();

    /// <summary>The id that content with settings has.</summary>
    public static string IdOf(KnowledgeBase knowledgeBase, SeverityOptions severities)
    {
        var id = knowledgeBase.SnapshotId;
        return severities.Fingerprint.Length == 0
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + severities.Fingerprint)))[..id.Length];
    }
}
