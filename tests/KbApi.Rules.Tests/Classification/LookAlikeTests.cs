using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

public sealed class LookAlikeTests
{
    private const string Events = """
        # Troubleshoot the ferry service

        | Code | Name | Description |
        | --- | --- | --- |
        | 7100 0x80991001 | DockError | The ferry could not dock because the gate was locked. |
        | 7100 0x80991002 | DockError | The ferry could not dock because the tide was too low. |
        | 7200 | CrossingStart | The ferry left the harbour. |
        """;

    [Theory]
    [InlineData("error 31002", "sspr/31002")]
    [InlineData("error 31003", "sspr/31003")]
    public void Neighbouring_codes_are_not_confused(string message, string entry)
    {
        var result = Classifiers.ForContent.Classify(new ErrorReport { Message = message });

        Assert.Equal(Verdict.Matched, result.Verdict);
        Assert.Equal(entry, result.Candidates[0].Entry.Id);
    }

    [Theory]
    [InlineData("Event ID 7100 with 0x80991001", "gate")]
    [InlineData("Event ID 7100 with -2137452542", "tide")]
    public void One_event_is_told_apart_by_its_result(string message, string word)
    {
        var result = Classifiers.For(Events).Classify(new ErrorReport { Message = message });

        Assert.Equal(Verdict.Matched, result.Verdict);
        Assert.Contains(word, result.Candidates[0].Entry.Descriptions[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_event_with_a_result_that_is_not_documented_is_unknown() =>
        Assert.Equal(Verdict.Unknown, Classifiers.For(Events).Classify(new ErrorReport { Message = "Event ID 7100 with 0x80991003" }).Verdict);

    [Fact]
    public void One_event_without_its_result_is_ambiguous_and_the_result_is_asked_for()
    {
        var result = Classifiers.For(Events).Classify(new ErrorReport { Message = "Event ID 7100" });

        Assert.Equal(Verdict.Ambiguous, result.Verdict);
        var options = result.NextQuestions.Single(q => q.Kind == QuestionKind.Code).Options.Select(o => o.Value);
        Assert.Equal(["0x80991001", "0x80991002"], options);
    }
}
