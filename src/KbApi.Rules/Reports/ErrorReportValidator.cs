using FluentValidation;

namespace KbApi.Rules.Reports;

/// <summary>Says whether a report is one that can be classified: something is said in it, and nothing is longer than <see cref="ReportLimits"/> allow.</summary>
public sealed class ErrorReportValidator : AbstractValidator<ErrorReport>
{
    /// <summary>The error code where message, code and log are all blank.</summary>
    public const string Empty = "Empty";

    /// <summary>The error code where a text is too long; the placeholder <c>MaxLength</c> says what is allowed.</summary>
    public const string TooLong = "TooLong";

    /// <summary>The error code where there are too many answers; the placeholder <c>MaxCount</c> says what is allowed.</summary>
    public const string TooMany = "TooMany";

    /// <summary>Makes a validator; one serves any number of reports and threads.</summary>
    public ErrorReportValidator()
    {
        RuleFor(r => r.Message)
            .Must((report, _) => !string.IsNullOrWhiteSpace(report.Message) || !string.IsNullOrWhiteSpace(report.Code) || !string.IsNullOrWhiteSpace(report.Log))
            .WithErrorCode(Empty).WithMessage("A report has a message, a code or a log.");
        RuleFor(r => r.Message).Must(IsAtMost<ErrorReport>(ReportLimits.MessageLength)).WithErrorCode(TooLong).WithMessage(TooLongMessage);
        RuleFor(r => r.Code).Must(IsAtMost<ErrorReport>(ReportLimits.NameLength)).WithErrorCode(TooLong).WithMessage(TooLongMessage);
        RuleFor(r => r.Source).Must(IsAtMost<ErrorReport>(ReportLimits.NameLength)).WithErrorCode(TooLong).WithMessage(TooLongMessage);
        RuleFor(r => r.Product).Must(IsAtMost<ErrorReport>(ReportLimits.NameLength)).WithErrorCode(TooLong).WithMessage(TooLongMessage);
        RuleFor(r => r.Log).Must(IsAtMost<ErrorReport>(ReportLimits.LogLength)).WithErrorCode(TooLong).WithMessage(TooLongMessage);
        RuleFor(r => r.Answers)
            .Must((_, answers, context) =>
            {
                context.MessageFormatter.AppendArgument("MaxCount", ReportLimits.Answers);
                return answers.Count <= ReportLimits.Answers;
            })
            .WithErrorCode(TooMany).WithMessage("There are more than {MaxCount} answers.");
        RuleForEach(r => r.Answers.Take(ReportLimits.Answers))
            .OverrideIndexer((_, _, answer, _) => "/" + answer.Key)
            .Must((report, answer, context) => IsAtMost<ErrorReport>(ReportLimits.AnswerLength)(report, answer.Value, context))
            .WithErrorCode(TooLong).WithMessage(TooLongMessage)
            .OverridePropertyName(nameof(ErrorReport.Answers));
    }

    private const string TooLongMessage = "It is longer than {MaxLength} characters.";

    private static Func<T, string?, ValidationContext<T>, bool> IsAtMost<T>(int length) => (_, text, context) =>
    {
        context.MessageFormatter.AppendArgument("MaxLength", length);
        return text is null || text.Length <= length;
    };
}
