using System.Collections.Frozen;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Operations;

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
        Signs = [.. known.Values.Where(k => k.Role == EventRole.Sign && k.Subject is { Time: not null, Source: not null })];
        ByNumber = known.Values
            .SelectMany(k => NumbersOf(k.Entry).Select(n => (n.Number, Owner: new EventOwner(k, n.IsAbout))))
            .GroupBy(p => p.Number, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Owner).OrderBy(o => !o.IsAbout).ToArray(), StringComparer.Ordinal);
        var sources = ByNumber.Values.SelectMany(o => o).Select(o => o.Source).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Sources = sources.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        ByName = known.Values
            .SelectMany(k => NamesOf(k.Entry).Select(n => (Name: n, Known: k)))
            .Where(p => !sources.Contains(p.Name))
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Name, p => p.Known, StringComparer.Ordinal);
    }

    /// <summary>The entries of each number, those that are about it first.</summary>
    public FrozenDictionary<string, EventOwner[]> ByNumber { get; }

    /// <summary>The signs of life that are due every so often and whose program is known.</summary>
    public IReadOnlyList<KnownEvent> Signs { get; }

    /// <summary>The programs whose events are documented.</summary>
    public FrozenSet<string> Sources { get; }

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
            // An event whose name tells of an error is written where a sign of life could not be given; any other is the sign itself.
            var isFailed = EntryOf(heartbeat.Entry) is { } entry && NamesOf(entry).Any(n => OutcomeName.Read(n).Outcome is Outcome.Error or Outcome.Failure or Outcome.Warning);
            var subject = Add(heartbeat.Id, heartbeat.Entry, heartbeat.Source, Durations.Of(heartbeat.Interval), Durations.Text(heartbeat.Interval));
            SetRole(heartbeat.Entry, isFailed ? EventRole.FailedSign : EventRole.Sign, subject);
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

    private static IEnumerable<(string Number, bool IsAbout)> NumbersOf(Localized<Entry> entry) => entry.Variants
        .SelectMany(v => v.Codes.Where(c => c.Code.Scheme == EventScheme || (c.Code.Source ?? v.Source) is not null))
        .Where(c => c.Code.Value.Length > 0 && c.Code.Value.All(char.IsAsciiDigit))
        .GroupBy(c => c.Code.Value, StringComparer.Ordinal)
        .Select(g => (g.Key, g.Any(c => c.Role == CodeRole.Identifying)));

    private static IEnumerable<string> NamesOf(Localized<Entry> entry) => entry.Variants
        .SelectMany(v => v.Codes).Where(c => c.Role == CodeRole.Identifying && Word.IsSymbol(c.Code.Value)).Select(c => c.Code.Value).Distinct(StringComparer.Ordinal);
}
