using KbApi.Rules.Reports;

namespace KbApi.Reports.Intake;

/// <summary>A report as it was sent, before anything is redacted. It is not kept.</summary>
/// <param name="Report">The report; its locale is that of the reporter.</param>
public sealed record ReportSubmission(ErrorReport Report)
{
    /// <summary>When the problem occurred as the reporter says, or null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Whom the report is about, such as an account's id; only a keyed hash of it is kept. Null where nobody is named.</summary>
    public string? Subject { get; init; }

    /// <summary>The key by which the client tells a repeated request from a new one, or null.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whose keys these are, so that those of two clients never meet; empty where clients are not known.</summary>
    public string Client { get; init; } = "";
}
