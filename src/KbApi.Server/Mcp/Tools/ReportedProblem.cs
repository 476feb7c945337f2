using FluentValidation;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Server.Classification;
using KbApi.Server.Contracts;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Mcp.Tools;

/// <summary>Classifies what a call reports.</summary>
internal sealed class ReportedProblem(IValidator<ErrorReport> validator, KbMetrics metrics)
{
    private const string Answers = "answers";

    /// <summary>What the knowledge base says to it, or what is wrong with the call.</summary>
    public (ClassificationResponse? Answer, ToolRefusal? Refusal) Classify(ToolCall call)
    {
        var report = ReportOf(call);
        return validator.Validate(report).IsValid
            ? (Classify(report, call), null)
            // Lengths and numbers were checked with the arguments: what is left is that nothing is said.
            : (null, new ToolRefusal(new WrongArgument("message", "Report")));
    }

    /// <summary>The same, where answers to what the documents ask a report to contain are read as parts of the message.</summary>
    public (ClassificationResponse? Answer, ToolRefusal? Refusal) ClassifyWithAnswers(ToolCall call)
    {
        var (first, refusal) = Classify(call);
        var answers = call.Arguments.Texts(Answers);
        if (first is null || first.Verdict == Verdict.Matched || answers.IsEmpty)
        {
            return (first, refusal);
        }

        var asked = first.Missing.Select(m => m.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = answers.Where(a => asked.Contains(a.Key) && !string.IsNullOrWhiteSpace(a.Value)).Select(a => a.Value).ToList();
        if (told.Count == 0)
        {
            return (first, null);
        }

        var report = ReportOf(call);
        return (Classify(report with { Message = string.Join('\n', told.Prepend(report.Message ?? "")) }, call), null);
    }

    private static ErrorReport ReportOf(ToolCall call) => new()
    {
        Message = call["message"] ?? "",
        Code = call["code"],
        Source = call["source"],
        Product = call["product"],
        Log = call["log"],
        Answers = call.Arguments.Texts(Answers),
        Locale = call.Scope.Locale.Requested,
    };

    private ClassificationResponse Classify(ErrorReport report, ToolCall call) => new ClassificationMapper(call.Scope).Map(metrics.Classify(call.Scope.Snapshot, report));
}
