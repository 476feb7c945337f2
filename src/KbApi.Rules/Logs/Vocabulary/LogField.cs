namespace KbApi.Rules.Logs.Vocabulary;

/// <summary>What a field of a log record holds.</summary>
internal enum LogField
{
    EventId,
    Source,
    Time,
    Level,
    Message,
    Machine,
    TrackingId,
}

/// <summary>The order of day, month and year in dates that are all digits.</summary>
internal enum DateOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

/// <summary>What a name stands for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rank">How sure that is: of several names of a field the lowest counts.</param>
/// <param name="Dates">The order of dates where the name is of one language, or null.</param>
internal readonly record struct FieldName(LogField Field, int Rank, DateOrder? Dates);
