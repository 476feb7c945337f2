using System.Globalization;
using System.Text;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Triage;

/// <summary>Writes events of a log as lines of text.</summary>
internal static class ExcerptText
{
    public static string Write(IEnumerable<LogEvent> events)
    {
        var text = new StringBuilder();
        foreach (var record in events)
        {
            Write(text, record);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, LogEvent record)
    {
        if (record.Time is { } time)
        {
            text.Append(record.HasZone ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : time.DateTime.ToString("yyyy-MM-dd' 'HH:mm:ss", CultureInfo.InvariantCulture)).Append(' ');
        }

        text.Append(record.Source);
        if (record.EventId is not null)
        {
            text.Append(record.Source is null ? "Event ID " : " Event ID ").Append(record.EventId);
        }

        text.Append(": ").Append(record.Message.ReplaceLineEndings("\n  ")).Append('\n');
    }
}
