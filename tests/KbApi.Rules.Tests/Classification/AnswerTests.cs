using System.Collections.Immutable;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

public sealed class AnswerTests
{
    /// <summary>Ambiguous reports: the messages of the content that several entries show.</summary>
    private static IEnumerable<ErrorReport> Ambiguous { get; } =
        [.. Classifiers.Content.Entries.Items.SelectMany(e => e.Variants).SelectMany(e => e.Symptoms.Take(1).Select(s => s.Text)).Distinct()
            .Select(t => new ErrorReport { Message = t })
            .Where(r => Classifiers.ForContent.Classify(r).Verdict == Verdict.Ambiguous)];

    [Fact]
    public void An_answered_question_is_never_asked_again_and_a_right_answer_never_lowers_its_entry()
    {
        Assert.NotEmpty(Ambiguous);
        foreach (var report in Ambiguous)
        {
            var before = Classifiers.ForContent.Classify(report);
            Assert.NotEmpty(before.NextQuestions);
            foreach (var question in before.NextQuestions)
            {
                foreach (var option in question.Options)
                {
                    var after = Classifiers.ForContent.Classify(report with { Answers = ImmutableSortedDictionary<string, string>.Empty.Add(question.Id, option.Value) });
                    Assert.DoesNotContain(after.NextQuestions, q => q.Id == question.Id);
                    Assert.All(option.Entries, id => Assert.True(RankOf(after, id) <= RankOf(before, id), $"{id} in '{report.Message}'"));
                }
            }
        }
    }

    [Fact]
    public void The_answer_decides()
    {
        var report = Ambiguous.First();
        var option = Classifiers.ForContent.Classify(report).NextQuestions[0].Options[^1];
        var answered = Classifiers.ForContent.Classify(report with { Answers = ImmutableSortedDictionary<string, string>.Empty.Add(Classifiers.ForContent.Classify(report).NextQuestions[0].Id, option.Value) });

        Assert.Contains(answered.Candidates[0].Entry.Id, option.Entries);
    }

    [Fact]
    public void An_answer_that_fits_nothing_changes_nothing()
    {
        var report = new ErrorReport { Message = "error 31003" };

        var result = Classifiers.ForContent.Classify(report with { Answers = ImmutableSortedDictionary<string, string>.Empty.Add("code", "no such code") });

        Assert.Equal("sspr/31003", result.Candidates[0].Entry.Id);
    }

    private static int RankOf(ReportClassification result, string id) => result.Candidates.Select(c => c.Entry.Id).ToList().IndexOf(id) is >= 0 and var rank ? rank : int.MaxValue;
}
