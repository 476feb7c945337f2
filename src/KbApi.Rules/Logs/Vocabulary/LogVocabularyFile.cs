namespace KbApi.Rules.Logs.Vocabulary;

/// <summary>What logs of one language call things, as a file states it. A key that is none of these is an error.</summary>
internal sealed class LogVocabularyFile
{
    public string Language { get; set; } = "";

    public string Dates { get; set; } = "";

    public Dictionary<string, List<string>> Fields { get; set; } = [];

    public Dictionary<string, List<string>> Levels { get; set; } = [];

    /// <summary>The order of dates, or null where the file names none.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public DateOrder? DateOrder => Dates switch
    {
        "" => null,
        "ymd" => Vocabulary.DateOrder.YearMonthDay,
        "dmy" => Vocabulary.DateOrder.DayMonthYear,
        "mdy" => Vocabulary.DateOrder.MonthDayYear,
        _ => throw new FormatException($"'{Dates}' is no order of dates; write ymd, dmy or mdy"),
    };
}
