using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

/// <summary>Entries of the content that look alike are told apart by asking for what the documents say differs.</summary>
public sealed class ContentLookAlikeTests
{
    private static readonly string[] WritebackRows = ["sspr/access-denied", "sspr/multiple-matches", "sspr/object-not-found"];

    [Fact]
    public void The_writeback_rows_with_one_symptom_are_asked_apart_by_what_the_log_says()
    {
        var report = new ErrorReport { Message = "A federated user, or a user with a synchronized password hash, submits a new password and gets an error that tells of a service problem." };
        var result = Classifiers.ForContent.Classify(report);

        Assert.Equal(Verdict.Ambiguous, result.Verdict);
        var question = result.NextQuestions[0];
        Assert.Equal(QuestionKind.Fact, question.Kind);
        Assert.Equal(WritebackRows, question.Options.SelectMany(o => o.Entries).Order(StringComparer.Ordinal));
        Assert.Contains(question.Options, o => o.Entries.Contains("sspr/multiple-matches") && o.Text.Contains("Multiple matches", StringComparison.Ordinal));
        Assert.All(question.Options, o => Assert.Equal(Assert.Single(o.Entries), Answered(report, question, o).Candidates[0].Entry.Id));
    }

    [Fact]
    public void Event_6329_without_its_result_means_either_and_the_result_is_asked_for()
    {
        var report = new ErrorReport { Message = "error 6329" };
        var result = Classifiers.ForContent.Classify(report);

        Assert.Equal(Verdict.Ambiguous, result.Verdict);
        Assert.Equal(["sspr/6329-0x80230619", "sspr/new-forest"], result.Candidates.Select(c => c.Entry.Id));
        var question = result.NextQuestions.Single(q => q.Kind == QuestionKind.Code);
        Assert.Equal([("0x80230619", "sspr/6329-0x80230619"), ("0x8023061F", "sspr/new-forest")], question.Options.Select(o => (o.Value, Assert.Single(o.Entries))));
        Assert.All(question.Options, o =>
        {
            var answered = Answered(report, question, o);
            Assert.Equal((Verdict.Matched, o.Entries[0]), (answered.Verdict, answered.Candidates[0].Entry.Id));
        });
    }

    [Theory]
    [InlineData("Azure AD Connect error 6329 with 0x80230619", "sspr/6329-0x80230619")]
    [InlineData("error 6329, hr=8023061f", "sspr/new-forest")]
    public void Event_6329_with_its_result_is_told(string message, string entry)
    {
        var classification = Classifiers.ForContent.Classify(new ErrorReport { Message = message });

        Assert.Equal((Verdict.Matched, entry), (classification.Verdict, classification.Candidates[0].Entry.Id));
    }

    [Theory]
    [InlineData("Event ID 31002 from PasswordResetService", "sspr/31002")]
    [InlineData("PasswordResetService logs 31003 when a user resets the password", "sspr/31003")]
    [InlineData("Händelse 31003, PasswordResetService", "sspr/31003")]
    [InlineData("PasswordResetFail", "sspr/31003")]
    public void Success_and_failure_of_one_operation_are_told_apart_by_their_codes_and_names(string message, string entry)
    {
        var classification = Classifiers.ForContent.Classify(new ErrorReport { Message = message });

        Assert.Equal((Verdict.Matched, entry), (classification.Verdict, classification.Candidates[0].Entry.Id));
    }

    [Fact]
    public void Success_and_failure_of_one_operation_are_told_apart_by_an_answer()
    {
        var report = new ErrorReport { Message = "error 31002 and error 31003" };
        var result = Classifiers.ForContent.Classify(report);
        var ids = result.Candidates.Take(2).Select(c => c.Entry.Id).Order(StringComparer.Ordinal);

        Assert.Equal(["sspr/31002", "sspr/31003"], ids);
        var answered = Classifiers.ForContent.Classify(report with { Answers = report.Answers.Add("code", "31002") });
        Assert.Equal("sspr/31002", answered.Candidates[0].Entry.Id);
        Assert.Equal(Verdict.Matched, answered.Verdict);
    }

    private static ReportClassification Answered(ErrorReport report, NextQuestion question, QuestionOption option) =>
        Classifiers.ForContent.Classify(report with { Answers = report.Answers.Add(question.Id, option.Value) });
}
