using System.Collections.Frozen;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs.Tracking;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Logs;

/// <summary>What a knowledge base knows of the events that programs log. Immutable and safe for several threads; worth keeping as long as the knowledge base is.</summary>
public sealed class LogKnowledge
{
    private readonly FrozenDictionary<string, EventOwner[]> _byNumber;
    private readonly EventNames _names;
    private readonly FrozenSet<string> _sources;

    private LogKnowledge(KnowledgeBase knowledgeBase, ReportClassifier classifier, KnownEvents events)
    {
        (KnowledgeBase, Classifier, Subjects, Signs) = (knowledgeBase, classifier, events.Subjects, events.Signs);
        _byNumber = events.ByNumber;
        _names = new EventNames(events);
        _sources = events.Sources;
    }

    internal KnowledgeBase KnowledgeBase { get; }

    internal ReportClassifier Classifier { get; }

    /// <summary>What events belong to, in the order of the documents.</summary>
    internal IReadOnlyList<TrackedSubject> Subjects { get; }

    /// <summary>The signs of life that are due every so often.</summary>
    internal IReadOnlyList<KnownEvent> Signs { get; }

    /// <summary>Prepares a knowledge base for reading logs.</summary>
    /// <param name="knowledgeBase">What is known.</param>
    /// <param name="classifier">Tells entries apart that describe the same event; made of the same knowledge base.</param>
    public static LogKnowledge Create(KnowledgeBase knowledgeBase, ReportClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(classifier);
        return new LogKnowledge(knowledgeBase, classifier, KnownEvents.Of(knowledgeBase));
    }

    /// <summary>The documented event that a record is of, or null.</summary>
    internal KnownEvent? Find(LogEvent record)
    {
        if (record.EventId is null)
        {
            return _names.FindIn(record.Message);
        }

        if (!_byNumber.TryGetValue(record.EventId, out var owners))
        {
            return null;
        }

        EventOwner[] possible = owners.Length == 1 && owners[0].IsOf(record.Source) ? owners : [.. owners.Where(o => o.IsOf(record.Source))];
        return possible.Length switch
        {
            0 => null,
            1 => possible[0].Known,
            _ when possible[0].IsAbout && possible[0].Known.Role != EventRole.None => possible[0].Known,
            _ => TellApart(record, possible),
        };
    }

    /// <summary>Whether a code that no document has should be documented: its program's other codes are, and it tells of a problem or stands among theirs.</summary>
    internal bool IsGap(LogEvent record)
    {
        if (record.EventId is null || (record.Source is { } source && !_sources.Contains(source)))
        {
            return false;
        }

        var isProblem = record.Source is not null && record.Level is >= EventLevel.Warning;
        return isProblem || KnowledgeBase.Codes.Find(record.EventId).Family?.Group is { } group
            && (record.Source is null || group.Source is null || group.Source.Equals(record.Source, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A number may mean several things, which the text tells; where it does not, the entry that is about the number stands for all.</summary>
    private KnownEvent TellApart(LogEvent record, EventOwner[] owners)
    {
        var message = record.Message.Length > ReportLimits.MessageLength ? record.Message[..ReportLimits.MessageLength] : record.Message;
        var result = Classifier.Classify(new ErrorReport { Message = message, Code = record.EventId, Source = record.Source });
        var best = result.Verdict == Verdict.Matched ? owners.FirstOrDefault(o => o.Known.Id == result.Candidates[0].Entry.Id) : null;
        return (best ?? owners[0]).Known;
    }
}
