using KbApi.Server.Contracts;
using KbApi.Server.Documents;

namespace KbApi.Server.Operations;

/// <summary>How events belong together, as a text to read.</summary>
internal static class OperationProse
{
    public static ProseDocument Write(OperationsResponse operations, string locale, Func<string, string?> titleOf)
    {
        var text = new ProseDocument(locale);
        string Name(string? entry) => entry is null ? text.Label("NotDocumented") : titleOf(entry) ?? entry;
        return text.Title(text.Label("OperationsTitle"))
            .Section("Operations", s => s.Bullets(operations.Operations.Select(o => text.Label("Operation", o.Name, Name(o.Start), Name(o.Success), Name(o.Failure)))))
            .Section("States", s => s.Bullets(operations.States.Select(o => text.Label("State", o.Name, Name(o.Started), Name(o.Stopped)))))
            .Section("Heartbeats", s => s.Bullets(operations.Heartbeats.Select(h => text.Label("Heartbeat", Name(h.Entry), h.Interval.Value, h.Interval.Unit))))
            .Section("Recurring", s => s.Bullets(operations.Recurring.Select(Name)));
    }
}
