using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification;

public sealed class EvidenceTests
{
    private static readonly string[] Words =
        ["error", "31003", "SSPR_0029", "0x80230619", "hr=80230402", "password", "lösenord", "återställning", "😀", "\n", "ＳＳＰＲ＿００２９", "错误", "user@contoso.com",
         "10.0.0.1:31003", "ADPermissionsError", "\uD800", "-2145188327", "5.7.1", "PasswordResetService", "writeback", "not", "enabled", "\t", "::1", "Password:", "\\\\"];

    [SeededProperty(MaxTest = 300)]
    public Property Evidence_lies_inside_its_text() => Prop.ForAll(Gen.Elements(Words).ListOf().Select(w => string.Join(' ', w) + " error 31003").ToArbitrary(), message =>
    {
        var result = Classifiers.ForContent.Classify(new ErrorReport { Message = message, Log = "x " + message });

        return result.Candidates.All(c => !c.Evidence.IsEmpty && c.Evidence.All(e =>
            !e.Span.IsEmpty && e.Span.Start >= 0 && e.Span.End <= (e.Field == ReportField.Log ? message.Length + 2 : message.Length) && e.Field != ReportField.Code));
    });

    [SeededProperty(MaxTest = 200)]
    public bool Any_text_classifies(NonNull<string> message) =>
        string.IsNullOrWhiteSpace(message.Get) || Classifiers.ForContent.Classify(new ErrorReport { Message = message.Get }).Candidates.All(c => c.Score is >= 0 and <= 1);

    [Fact]
    public void Evidence_points_at_the_code_in_the_text_as_it_was_given()
    {
        const string Message = "😀 user@contoso.com got ＳＳＰＲ＿００２９ today";

        var evidence = Classifiers.ForContent.Classify(new ErrorReport { Message = Message }).Candidates[0].Evidence;

        Assert.Equal("ＳＳＰＲ＿００２９", Message.Substring(evidence[0].Span.Start, evidence[0].Span.Length));
    }

    [Fact]
    public void An_answer_comes_in_the_language_asked_for()
    {
        var swedish = Classifiers.ForContent.Classify(new ErrorReport { Message = "error 31003", Locale = KbApi.Content.Model.LocaleTag.Parse("sv-FI") });

        Assert.Equal("sv-SE", swedish.Candidates[0].Entry.Locale.Value);
    }

    [Fact]
    public void An_empty_report_is_refused() =>
        Assert.Throws<ArgumentException>(() => Classifiers.ForContent.Classify(new ErrorReport { Message = " " }));

    [Fact]
    public void The_sample_of_the_documentation_works()
    {
        var classifier = ReportClassifier.Create(new KbApi.Content.Loading.KnowledgeBaseLoader().Load(Repository.Content));
        var result = classifier.Classify(new ErrorReport { Message = "Event ID 31003 from PasswordResetService, user anna@contoso.com" });

        Assert.Equal(Verdict.Matched, result.Verdict);
        Assert.Equal("sspr/31003", result.Candidates[0].Entry.Id);
        Assert.Equal("Event ID 31003 from PasswordResetService, user [email-1]", result.Message.Text);
    }
}
