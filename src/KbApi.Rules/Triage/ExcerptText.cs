using System.Text;
using KbApi.Rules.Logs;
using KbApi.Rules.Redaction;

namespace KbApi.Rules.Triage;

/// <summary>Writes events of a log as lines of text.</summary>
internal static class ExcerptText
{
    private const int FewestNameChars = 3;

    public static string Write(IEnumerable<LogEvent> events)
    {
        var text = new StringBuilder();
        foreach (var record in events)
        {
            Write(text, record);
        }

        return text.ToString();
    }

    /// <summary>The same, with everything masked that must not be kept: also the names of the machines that wrote the events, wherever they stand.</summary>
    public static string Mask(IEnumerable<LogEvent> events, Redactor redactor)
    {
        var records = events.ToList();
        var text = redactor.Redact(Write(records)).Text;
        foreach (var machine in records.Select(r => r.Machine).OfType<string>().Where(m => m.Length >= FewestNameChars).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(m => m.Length))
        {
            if (redactor.Redact("Computer: " + machine).Redactions is [{ } redaction, ..])
            {
                text = text.Replace(machine, redaction.Placeholder, StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }

    private static void Write(StringBuilder text, LogEvent record)
    {
        if (record.Time is { } time)
        {
            text.Append(record.HasZone ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : time.DateTime.ToString("yyyy-MM-dd' 'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
        }

        text.Append(record.Source);
        if (record.EventId is not null)
        {
            text.Append(record.Source is null ? "Event ID " : " Event ID ").Append(record.EventId);
        }

        text.Append(": ").Append(record.Message.ReplaceLineEndings("\n  ")).Append('\n');
    }
}
