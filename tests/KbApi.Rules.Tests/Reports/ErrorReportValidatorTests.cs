using System.Collections.Immutable;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Tests.Reports;

public sealed class ErrorReportValidatorTests
{
    private static readonly ErrorReportValidator Validator = new();

    [Theory]
    [InlineData("It hums", null, null, true)]
    [InlineData("", "31003", null, true)]
    [InlineData(" ", null, "a line", true)]
    [InlineData("", " ", "\n", false)]
    public void Something_has_to_be_said(string message, string? code, string? log, bool isValid)
    {
        var result = Validator.Validate(new ErrorReport { Message = message, Code = code, Log = log });

        Assert.Equal(isValid ? [] : [ErrorReportValidator.Empty], result.Errors.Select(e => e.ErrorCode));
    }

    [Fact]
    public void All_that_is_too_long_is_named_with_the_length_that_is_allowed()
    {
        var result = Validator.Validate(new ErrorReport
        {
            Message = new string('x', ReportLimits.MessageLength + 1),
            Source = new string('x', ReportLimits.NameLength + 1),
            Product = new string('x', ReportLimits.NameLength),
            Answers = ImmutableSortedDictionary<string, string>.Empty.Add("code", new string('x', ReportLimits.AnswerLength + 1)),
        });

        Assert.All(result.Errors, e => Assert.Equal(ErrorReportValidator.TooLong, e.ErrorCode));
        Assert.Equal(
            [("Message", ReportLimits.MessageLength), ("Source", ReportLimits.NameLength), ("Answers/code", ReportLimits.AnswerLength)],
            result.Errors.Select(e => (e.PropertyName, (int)e.FormattedMessagePlaceholderValues["MaxLength"])));
    }

    [Fact]
    public void There_is_a_bound_to_answers_and_to_what_is_said_of_them()
    {
        var answers = Enumerable.Range(0, 1000).ToImmutableSortedDictionary(i => $"q{i}", _ => new string('x', ReportLimits.AnswerLength + 1));
        var result = Validator.Validate(new ErrorReport { Message = "It hums", Answers = answers });

        Assert.Equal(ErrorReportValidator.TooMany, result.Errors[0].ErrorCode);
        Assert.Equal(1 + ReportLimits.Answers, result.Errors.Count);
    }
}
