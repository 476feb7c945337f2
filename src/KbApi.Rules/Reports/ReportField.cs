namespace KbApi.Rules.Reports;

/// <summary>A text of a report that evidence points into.</summary>
public enum ReportField
{
    /// <summary>The words of the report.</summary>
    Message,

    /// <summary>The lines of the log.</summary>
    Log,

    /// <summary>The code that was named apart.</summary>
    Code,
}
