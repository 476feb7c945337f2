using System.Globalization;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>A time as a log has it.</summary>
/// <param name="Value">The time; as if it were UTC where there is no zone.</param>
/// <param name="HasZone">Whether the log says which zone it is in.</param>
/// <param name="HasYear">Whether the log says which year it is in; where not, the year of the value means nothing.</param>
internal readonly record struct LogTime(DateTimeOffset Value, bool HasZone, bool HasYear = true)
{
    private const string JsonDate = "/Date(";

    /// <summary>The time that is all of a text, or null.</summary>
    public static LogTime? Parse(ReadOnlySpan<char> text, DateOrder? order)
    {
        text = text.Trim();
        if (text.StartsWith(JsonDate, StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal))
        {
            return long.TryParse(text[JsonDate.Length..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
                && milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999
                ? new LogTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), true)
                : null;
        }

        return Read(text, order, out var length) is { } time && text[length..].Trim().IsEmpty ? time : null;
    }

    /// <summary>The time that a text begins with, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of dates that do not begin with the year; null where it is not known.</param>
    /// <param name="length">How long the time is.</param>
    public static LogTime? Read(ReadOnlySpan<char> text, DateOrder? order, out int length)
    {
        if (!text.IsEmpty && char.IsAsciiLetterUpper(text[0]))
        {
            return YearlessTime.Read(text, out length);
        }

        var reader = new TimeReader(text);
        length = 0;
        if (!reader.Number(4, out var first, out var digits) || !reader.Separator("-/.", out var separator) || !reader.Number(2, out var second, out _)
            || !reader.Is(separator) || !reader.Number(4, out var third, out var lastDigits))
        {
            return null;
        }

        var startsWithYear = digits == 4 && lastDigits <= 2;
        if (!startsWithYear && (digits > 2 || lastDigits != 4))
        {
            return null;
        }

        if (!reader.Time(out var timeOfDay, out var hasHalf) || !reader.Zone(out var zone))
        {
            return null;
        }

        length = reader.Position;
        var (year, month, day) = startsWithYear ? (first, second, third) : Arrange(first, second, third, order ?? Guess(separator, hasHalf));
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new LogTime(new DateTimeOffset(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + timeOfDay, zone ?? TimeSpan.Zero), zone is not null);
    }

    /// <summary>Who writes AM and PM behind slashes writes the month first.</summary>
    private static DateOrder Guess(char separator, bool hasHalf) => hasHalf && separator == '/' ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;

    /// <summary>What can't be a month is a day, whatever the order.</summary>
    private static (int Year, int Month, int Day) Arrange(int first, int second, int year, DateOrder order) =>
        second > 12 || (order == DateOrder.MonthDayYear && first <= 12) ? (year, first, second) : (year, second, first);
}
