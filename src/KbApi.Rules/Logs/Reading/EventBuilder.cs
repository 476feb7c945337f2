using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Collects the fields of a record as they are found, whatever the format; of several names of a field the surest counts.</summary>
internal sealed class EventBuilder(LogVocabulary vocabulary, DateOrder? dates, YearlessTime years)
{
    private const int Fields = (int)LogField.TrackingId + 1;
    private const int LongestEventId = 9;

    private readonly string?[] _values = new string?[Fields];
    private readonly int[] _ranks = new int[Fields];

    /// <summary>Whether nothing has been found.</summary>
    public bool IsEmpty { get; private set; } = true;

    public void Clear()
    {
        Array.Clear(_values);
        IsEmpty = true;
    }

    /// <summary>Takes a value that stands under a name.</summary>
    public void Add(FieldName name, ReadOnlySpan<char> value)
    {
        var i = (int)name.Field;
        value = value.Trim();
        if (value.IsEmpty || (_values[i] is not null && _ranks[i] <= name.Rank) || (name.Field != LogField.Message && value.Length > LogLimits.FieldLength))
        {
            return;
        }

        // "Level" may be a number of another scale than Windows counts, and "Id" the id of something else.
        if ((name.Field == LogField.EventId && Number(value) is null) || (name.Field == LogField.Level && vocabulary.LevelOf(value) is null))
        {
            return;
        }

        _values[i] = value.ToString();
        _ranks[i] = name.Rank;
        IsEmpty = false;
    }

    /// <summary>Takes a value whose field is certain.</summary>
    public void Set(LogField field, ReadOnlySpan<char> value) => Add(new FieldName(field, -1, null), value);

    /// <summary>Puts text behind the message that there is.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.IsEmpty)
        {
            // A message that is named comes in place of what was put together.
            var message = _values[(int)LogField.Message];
            _values[(int)LogField.Message] = message is null ? text.ToString() : string.Concat(message, "\n", text);
            _ranks[(int)LogField.Message] = message is null ? int.MaxValue : _ranks[(int)LogField.Message];
            IsEmpty = false;
        }
    }

    /// <summary>The record, and everything forgotten.</summary>
    public LogEvent Build(int line)
    {
        var message = Take(LogField.Message) ?? "";
        var time = Take(LogField.Time) is { } text && LogTime.Parse(text, dates) is { } read ? years.Place(read) : (LogTime?)null;
        var result = new LogEvent
        {
            Line = line,
            EventId = Take(LogField.EventId) is { } id ? Number(id) : null,
            Source = Take(LogField.Source),
            Time = time?.Value,
            HasZone = time?.HasZone ?? false,
            Level = Take(LogField.Level) is { } level ? vocabulary.LevelOf(level) : null,
            Machine = Take(LogField.Machine),
            TrackingId = (Take(LogField.TrackingId) is { } tracking ? TrackingIds.Normalize(tracking) : null) ?? vocabulary.Tracking.FindIn(message),
            Message = message,
        };
        Clear();
        return result;
    }

    private string? Take(LogField field) => _values[(int)field];

    private static string? Number(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestEventId || text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var digits = text.TrimStart('0');
        return digits.IsEmpty ? "0" : digits.ToString();
    }
}
