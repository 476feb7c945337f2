using System.Collections.Frozen;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Collects the events of a knowledge base: entries with the number of an event, and what the model says of how they belong together.</summary>
internal sealed class KnownEvents
{
    private const string EventScheme = "event";

    private readonly Dictionary<string, (EventRole Role, TrackedSubject? Subject)> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TrackedSubject> _subjects = [];

    private KnownEvents(KnowledgeBase knowledgeBase)
    {
        ReadRoles(knowledgeBase);
        var known = knowledgeBase.Entries.Items.ToDictionary(e => e.Id, e => Know(e, knowledgeBase), StringComparer.OrdinalIgnoreCase);
        ByNumber = known.Values
            .SelectMany(k => NumbersOf(k.Entry).Select(n => (Number: n, Known: k)))
            .GroupBy(p => p.Number, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Known).ToArray(), StringComparer.Ordinal);
        ByName = known.Values
            .SelectMany(k => NamesOf(k.Entry).Select(n => (Name: n, Known: k)))
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Name, p => p.Known, StringComparer.Ordinal);
    }

    public FrozenDictionary<string, KnownEvent[]> ByNumber { get; }

    public FrozenDictionary<string, KnownEvent> ByName { get; }

    public IReadOnlyList<TrackedSubject> Subjects => _subjects;

    public static KnownEvents Of(KnowledgeBase knowledgeBase) => new(knowledgeBase);

    private KnownEvent Know(Localized<Entry> entry, KnowledgeBase knowledgeBase)
    {
        var (role, subject) = _roles.GetValueOrDefault(entry.Id);
        return new KnownEvent(entry, new EventTitle(entry, knowledgeBase), entry.Variants.Max(v => v.Severity), role, subject);
    }

    private void ReadRoles(KnowledgeBase knowledgeBase)
    {
        Localized<Entry>? EntryOf(string id) => knowledgeBase.Entries.Find(id);
        foreach (var operation in knowledgeBase.Operations.Items.Select(o => o.Variants[0]))
        {
            var time = EntryOf(operation.Start)?.Variants.Select(Durations.AllowedBy).Max();
            var subject = Add(operation.Id, operation.Name, operation.Source, time, "");
            SetRole(operation.Start, EventRole.Start, subject);
            SetRole(operation.Success, EventRole.Success, subject);
            SetRole(operation.Failure, EventRole.Failure, subject);
        }

        foreach (var state in knowledgeBase.States.Items.Select(s => s.Variants[0]))
        {
            var subject = Add(state.Id, state.Name, state.Source, null, "");
            SetRole(state.Started, EventRole.Started, subject);
            SetRole(state.Stopped, EventRole.Stopped, subject);
        }

        foreach (var heartbeat in knowledgeBase.Heartbeats.Items.Select(h => h.Variants[0]))
        {
            // An event that tells of an error is written where a sign of life could not be given; any other is the sign itself.
            var isSign = EntryOf(heartbeat.Entry)?.Variants.All(v => v.Severity == EntrySeverity.Info) == true;
            var subject = Add(heartbeat.Id, heartbeat.Entry, heartbeat.Source, Durations.Of(heartbeat.Interval), Durations.Text(heartbeat.Interval));
            SetRole(heartbeat.Entry, isSign ? EventRole.Sign : EventRole.FailedSign, subject);
        }

        foreach (var id in knowledgeBase.Articles.Items.SelectMany(a => a.Variants).SelectMany(a => a.Operations.Recurring))
        {
            SetRole(id, EventRole.Recurring, null);
        }
    }

    private TrackedSubject Add(string id, string name, string? source, TimeSpan? time, string timeText)
    {
        var subject = new TrackedSubject(_subjects.Count, id, name, source, time, timeText);
        _subjects.Add(subject);
        return subject;
    }

    private void SetRole(string? entry, EventRole role, TrackedSubject? subject)
    {
        if (entry is not null)
        {
            _roles.TryAdd(entry, (role, subject));
        }
    }

    private static IEnumerable<string> NumbersOf(Localized<Entry> entry) => entry.Variants
        .SelectMany(v => v.Codes.Where(c => c.Role == CodeRole.Identifying && (c.Code.Scheme == EventScheme || (c.Code.Source ?? v.Source) is not null)))
        .Select(c => c.Code.Value).Where(v => v.Length > 0 && v.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(Localized<Entry> entry) => entry.Variants
        .SelectMany(v => v.Codes).Where(c => c.Role == CodeRole.Identifying && Word.IsSymbol(c.Code.Value)).Select(c => c.Code.Value).Distinct(StringComparer.Ordinal);
}
