using System.Collections.Immutable;
using KbApi.Rules.Classification;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Mcp.Contracts;

namespace KbApi.Server.Mcp.Tools;

/// <summary><c>kb_next_question</c>: the one thing to ask next, or that there is nothing left to ask.</summary>
internal sealed class NextQuestionTool(ReportedProblem problem) : KbTool
{
    public override string Name => "kb_next_question";

    protected override string Title => "What to ask next";

    protected override string Description =>
        "The one question to ask next about a reported problem, or the entry that answers it. Nothing is kept between calls: send the first message unchanged and all answers so far each time; what is answered "
        + "is never asked again. outcome is ask (put the question to the person, offer the options), matched (answer with the entry and cite it) or handOver (nothing is left to ask: hand over to a person "
        + "with the message and the answers). Use it in each turn of a conversation that is about one problem. "
        + "Do not use it before the person has said what is wrong, for a bare code (use kb_lookup), or to see the evidence or all candidates (use kb_classify).";

    protected override ImmutableArray<ToolArgument> OwnArguments => CommonArguments.OfReports;

    protected override Type AnswerType => typeof(NextQuestionAnswer);

    protected override AnswerPlan Plan => ToolPlans.NextQuestion;

    public override ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        var (classification, refusal) = problem.ClassifyWithAnswers(call);
        if (classification is null)
        {
            return ValueTask.FromResult<ToolOutcome>(refusal!);
        }

        var isMatched = classification.Verdict == Verdict.Matched;
        var question = isMatched ? null : QuestionOf(classification, call.Arguments.Texts("answers"));
        var answer = new NextQuestionAnswer
        {
            Outcome = isMatched ? NextOutcome.Matched : question is null ? NextOutcome.HandOver : NextOutcome.Ask,
            Question = question,
            Entry = isMatched ? classification.Candidates[0] : null,
            Candidates = [.. classification.Candidates.Select(c => c.Id)],
            Message = classification.Message,
        };
        return ValueTask.FromResult<ToolOutcome>(new ToolAnswer(call.ToJson(answer, Plan), Plan, Write(answer, call)));
    }

    /// <summary>What tells candidates apart, else what the documents ask a report to contain; nothing that was answered.</summary>
    private static QuestionResponse? QuestionOf(ClassificationResponse classification, ImmutableSortedDictionary<string, string> answers)
    {
        var asked = answers.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return classification.NextQuestions.FirstOrDefault(q => !asked.Contains(q.Id))
            ?? classification.Missing.Where(m => !asked.Contains(m.Name))
                .Select(m => new QuestionResponse { Id = m.Name, Text = m.Question, Options = [] }).FirstOrDefault();
    }

    private static ProseDocument Write(NextQuestionAnswer answer, ToolCall call)
    {
        var text = new ProseDocument(call.Scope.Locale.Requested.Value);
        return answer switch
        {
            { Question: { } question } => text.Add(question),
            { Entry: { } entry } => text.Note("Tool_Matched").Add(entry),
            _ => text.Note("Tool_HandOver"),
        };
    }
}
