using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Classification.Keystone;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

/// <summary>Dialogues of any answers in any order.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly Lazy<ErrorReport[]> Ambiguous = new(() =>
        [.. KeystoneCase.Of(Classifiers.Content).Select(c => c.Report).Distinct().Where(r => Classifiers.ForContent.Classify(r).Verdict == Verdict.Ambiguous)]);

    [SeededProperty(MaxTest = 200)]
    public Property An_answered_question_is_never_asked_again_whatever_is_answered() => Prop.ForAll(Dialogues.ToArbitrary(), dialogue =>
    {
        var report = dialogue.Report;
        foreach (var step in dialogue.Steps)
        {
            var result = Classifiers.ForContent.Classify(report);
            if (result.NextQuestions.Any(q => report.Answers.ContainsKey(q.Id)))
            {
                return false;
            }

            if (result.NextQuestions.IsEmpty)
            {
                return true;
            }

            // A third of the answers is none of the options.
            var question = result.NextQuestions[step % result.NextQuestions.Length];
            report = report with { Answers = report.Answers.Add(question.Id, step % 3 == 0 ? "I don't know" : question.Options[step % question.Options.Length].Value) };
        }

        return true;
    });

    [SeededProperty(MaxTest = 200)]
    public Property A_right_answer_never_lowers_the_right_entry() => Prop.ForAll(Dialogues.ToArbitrary(), dialogue =>
    {
        var report = dialogue.Report;
        var before = Classifiers.ForContent.Classify(report);
        var entries = before.Candidates.Select(c => c.Entry.Id).ToList();
        var right = entries[dialogue.Steps[0] % entries.Count];
        foreach (var step in dialogue.Steps)
        {
            var options = before.NextQuestions.SelectMany(q => q.Options.Where(o => o.Entries.Contains(right)).Select(o => (q.Id, o.Value))).ToList();
            if (options.Count == 0)
            {
                return true;
            }

            var (id, value) = options[step % options.Count];
            report = report with { Answers = report.Answers.Add(id, value) };
            var after = Classifiers.ForContent.Classify(report);
            if (RankOf(after, right) > RankOf(before, right) || ScoreOf(after, right) < ScoreOf(before, right))
            {
                return false;
            }

            before = after;
        }

        return true;
    });

    [Fact]
    public void There_are_ambiguous_reports() => Assert.InRange(Ambiguous.Value.Length, 5, 1000);

    private static Gen<(ErrorReport Report, int[] Steps)> Dialogues => Gen.Elements(Ambiguous.Value).Zip(Gen.Choose(0, 1000).ArrayOf(6), (r, s) => (r, s));

    private static int RankOf(ReportClassification result, string id) => result.Candidates.Select(c => c.Entry.Id).ToList().IndexOf(id) is >= 0 and var rank ? rank : int.MaxValue;

    private static double ScoreOf(ReportClassification result, string id) => result.Candidates.FirstOrDefault(c => c.Entry.Id == id)?.Score ?? 0;
}
