namespace KbApi.Rules.Reports;

/// <summary>How much of everything a report may have. Lengths are in UTF-16 code units.</summary>
public static class ReportLimits
{
    /// <summary>The longest message.</summary>
    public const int MessageLength = 20_000;

    /// <summary>The longest log.</summary>
    public const int LogLength = 500_000;

    /// <summary>The longest code, source or product.</summary>
    public const int NameLength = 200;

    /// <summary>How many answers there may be.</summary>
    public const int Answers = 20;

    /// <summary>The longest answer.</summary>
    public const int AnswerLength = 2_000;
}
