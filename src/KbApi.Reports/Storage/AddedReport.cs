using KbApi.Reports.Model;

namespace KbApi.Reports.Storage;

/// <summary>What became of a report that was to be kept.</summary>
/// <param name="Outcome">Whether it was kept.</param>
/// <param name="Report">The report that is kept: the one given, or the earlier one.</param>
public sealed record AddedReport(AddOutcome Outcome, StoredReport Report);

/// <summary>Whether a report was kept.</summary>
public enum AddOutcome
{
    /// <summary>It is kept now.</summary>
    Added,

    /// <summary>It was kept before: the same id, or the same request again.</summary>
    Existing,

    /// <summary>The key of its request belongs to an earlier report that says something else.</summary>
    KeyReused,
}

/// <summary>Whether feedback was kept.</summary>
public enum FeedbackOutcome
{
    /// <summary>It is kept now, or was before.</summary>
    Kept,

    /// <summary>There is no such report.</summary>
    UnknownReport,

    /// <summary>The report has <see cref="ReportStoreLimits.MaxFeedback"/> already.</summary>
    TooMuch,
}
