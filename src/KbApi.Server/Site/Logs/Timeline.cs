using KbApi.Content.Model;
using KbApi.Rules.Logs;

namespace KbApi.Server.Site.Logs;

/// <summary>Something on a timeline: a bar where it has a beginning and an end, else a mark.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; the same for a mark.</param>
/// <param name="Kind">How it is drawn: <c>succeeded</c>, <c>failed</c>, <c>missing</c>, <c>open</c>, <c>error</c>, <c>warning</c>, <c>info</c> or <c>unknown</c>.</param>
/// <param name="Line">The line of the log that it begins on.</param>
/// <param name="EntryId">The entry that says more, or null.</param>
internal sealed record TimelineItem(string Name, DateTimeOffset From, DateTimeOffset To, string Kind, int Line, string? EntryId);

/// <summary>A row of a timeline.</summary>
/// <param name="Name">What its items have in common.</param>
/// <param name="Items">Its items, earliest first.</param>
internal sealed record TimelineLane(string Name, IReadOnlyList<TimelineItem> Items);

/// <summary>A log by time: a lane for each operation, and one for the events of each program.</summary>
internal sealed record Timeline(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<TimelineLane> Lanes)
{
    /// <summary>How many lanes a picture can have and still be one.</summary>
    private const int MostLanes = 14;

    /// <summary>The timeline of a log, or null where the log has no times.</summary>
    public static Timeline? Of(LogAnalysis analysis, SiteRequest request)
    {
        if (analysis.From is not { } from || analysis.To is not { } to)
        {
            return null;
        }

        var runs = analysis.Runs.GroupBy(r => r.OperationId, StringComparer.Ordinal).Select(g => new TimelineLane(g.First().Name, [.. g.Select(r => Item(r, to))]));
        var outcomes = analysis.Runs.Select(r => r.EndLine).OfType<int>().ToHashSet();
        var events = analysis.Timeline.Where(e => e.Time is not null && !outcomes.Contains(e.Line))
            .GroupBy(e => e.Source ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(g => new TimelineLane(g.Key.Length == 0 ? request.Words["Events"] : g.Key, [.. g.Select(e => Item(e, request)).OrderBy(i => i.From)]));
        var lanes = runs.Concat(events).Take(MostLanes).ToList();
        return lanes.Count == 0 ? null : new Timeline(from, to, lanes);
    }

    private static TimelineItem Item(OperationRun run, DateTimeOffset end)
    {
        var kind = run.Outcome switch
        {
            RunOutcome.Succeeded => "succeeded",
            RunOutcome.Failed => "failed",
            RunOutcome.Missing => "missing",
            _ => "open",
        };
        var from = run.From ?? run.To!.Value;
        var to = run.To ?? (run.Outcome == RunOutcome.Open ? end : from);
        return new TimelineItem(run.Name, from < to ? from : to, from < to ? to : from, kind, run.StartLine ?? run.EndLine!.Value, run.EntryId);
    }

    private static TimelineItem Item(TimelineEvent e, SiteRequest request)
    {
        var entry = e.EntryId is { } id && request.KnowledgeBase.Entries.Find(id) is { } item ? request.Locale.Choose(item) : null;
        var kind = entry?.Severity switch
        {
            EntrySeverity.Error => "error",
            EntrySeverity.Warning => "warning",
            EntrySeverity.Info => "info",
            _ => "unknown",
        };
        return new TimelineItem(e.Code ?? entry?.Title.Text ?? request.Words["Event"], e.Time!.Value, e.Time.Value, kind, e.Line, e.EntryId);
    }
}
