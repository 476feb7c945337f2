using KbApi.Reports.Intake;
using KbApi.Rules.Reports;
using KbApi.Server.Problems;

namespace KbApi.Server.Classification;

/// <summary>What was read of a body or line: a report, or why there is none.</summary>
/// <param name="Id">What the caller calls the report, or null.</param>
/// <param name="Submission">The report and what belongs to it, or null where there are errors.</param>
/// <param name="Problem">The kind of problem that the errors are.</param>
/// <param name="Errors">What is wrong.</param>
internal sealed record ReportReading(string? Id, ReportSubmission? Submission, ProblemType Problem, IReadOnlyList<InvalidField> Errors)
{
    /// <summary>The report, or null where there are errors.</summary>
    public ErrorReport? Report => Submission?.Report;

    public static ReportReading Of(string? id, ReportSubmission submission) => new(id, submission, ProblemType.InvalidBody, []);

    public static ReportReading Invalid(string? id, IReadOnlyList<InvalidField> errors) => new(id, null, ProblemType.InvalidBody, errors);

    /// <summary>The bytes are no JSON.</summary>
    public static ReportReading Malformed(InvalidField error) => new(null, null, ProblemType.MalformedRequest, [error]);
}
