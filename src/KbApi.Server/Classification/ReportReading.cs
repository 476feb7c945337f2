using KbApi.Rules.Reports;
using KbApi.Server.Problems;

namespace KbApi.Server.Classification;

/// <summary>What was read of a body or line: a report, or why there is none.</summary>
/// <param name="Id">What the caller calls the report, or null.</param>
/// <param name="Report">The report, or null where there are errors.</param>
/// <param name="Problem">The kind of problem that the errors are.</param>
/// <param name="Errors">What is wrong.</param>
internal sealed record ReportReading(string? Id, ErrorReport? Report, ProblemType Problem, IReadOnlyList<InvalidField> Errors)
{
    public static ReportReading Of(string? id, ErrorReport report) => new(id, report, ProblemType.InvalidBody, []);

    public static ReportReading Invalid(string? id, IReadOnlyList<InvalidField> errors) => new(id, null, ProblemType.InvalidBody, errors);

    /// <summary>The bytes are no JSON.</summary>
    public static ReportReading Malformed(InvalidField error) => new(null, null, ProblemType.MalformedRequest, [error]);
}
