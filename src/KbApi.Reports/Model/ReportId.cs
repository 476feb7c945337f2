namespace KbApi.Reports.Model;

/// <summary>Identifies a report: a UUID of version 7, so that ids are in order of time and nobody can guess one.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct ReportId(Guid Value) : IComparable<ReportId>
{
    /// <summary>An id that no other report has.</summary>
    /// <param name="time">Says what time it is.</param>
    public static ReportId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new ReportId(TimeOrderedId.New(time));
    }

    /// <summary>Reads an id of 36 characters, such as <c>01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f</c>.</summary>
    public static bool TryParse(string? text, out ReportId id)
    {
        var isId = TimeOrderedId.TryParse(text, out var value);
        id = new ReportId(value);
        return isId;
    }

    /// <inheritdoc/>
    public int CompareTo(ReportId other) => Value.CompareTo(other.Value);

    /// <summary>The id in its usual form.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>Whether one report was received before another, to the millisecond.</summary>
    public static bool operator <(ReportId left, ReportId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one report was received after another, to the millisecond.</summary>
    public static bool operator >(ReportId left, ReportId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one report is the other or was received before it.</summary>
    public static bool operator <=(ReportId left, ReportId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one report is the other or was received after it.</summary>
    public static bool operator >=(ReportId left, ReportId right) => left.CompareTo(right) >= 0;
}
