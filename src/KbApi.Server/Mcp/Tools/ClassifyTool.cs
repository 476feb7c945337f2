using System.Collections.Immutable;
using KbApi.Rules.Classification;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;

namespace KbApi.Server.Mcp.Tools;

/// <summary><c>kb_classify</c>: which entries answer a report.</summary>
internal sealed class ClassifyTool(ReportedProblem problem) : KbTool
{
    public override string Name => "kb_classify";

    protected override string Title => "Classify an error report";

    protected override string Description =>
        "Compares an error report, such as a message from a screen, a ticket or a mail, with all that is documented, and says how sure it is: matched (answer with the one candidate), ambiguous "
        + "(ask the first of nextQuestions, then call again with the answer in answers) or unknown (say that nothing is documented; don't guess). Every candidate says where in the report the evidence is and "
        + "which lines of the documents it stands in. Personal data is masked. "
        + "Do not use it for a bare code (use kb_lookup), for a topic or a how-to question (use kb_search), for a whole log (use kb_analyze_log), or to decide what to ask next "
        + "in a conversation (use kb_next_question, which is shorter).";

    protected override ImmutableArray<ToolArgument> OwnArguments => CommonArguments.OfReports;

    protected override Type AnswerType => typeof(ClassificationResponse);

    protected override AnswerPlan Plan => ToolPlans.Classification;

    public override ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        var (answer, refusal) = problem.Classify(call);
        return ValueTask.FromResult<ToolOutcome>(answer is null
            ? refusal!
            : new ToolAnswer(call.ToJson(answer, Plan), answer.Verdict == Verdict.Ambiguous ? ToolPlans.AmbiguousClassification : Plan, Write(answer, call)));
    }

    private static ProseDocument Write(ClassificationResponse answer, ToolCall call)
    {
        var text = new ProseDocument(call.Scope.Locale.Requested.Value);
        text = answer.Verdict switch
        {
            Verdict.Matched => text.Note("Tool_Matched"),
            Verdict.Ambiguous => text.Note("Tool_Ambiguous", answer.Candidates.Count),
            _ => text.Note("Tool_UnknownReport"),
        };
        if (answer.NextQuestions is [var question, ..])
        {
            text.Add(question);
        }

        foreach (var candidate in answer.Candidates)
        {
            text.Add(candidate);
        }

        return text.Section("Tool_Missing", s => s.Bullets(answer.Missing.Select(m => m.Question)));
    }
}
