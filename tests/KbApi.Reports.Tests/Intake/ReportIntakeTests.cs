using System.Text;
using FluentValidation;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Tests.Support;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using Microsoft.Extensions.Time.Testing;

namespace KbApi.Reports.Tests.Intake;

public sealed class ReportIntakeTests
{
    private static readonly ReportClassifier Classifier = ReportClassifier.Create(new KnowledgeBaseLoader().Load(Repository.Content));

    private readonly ReportIntake _intake = new(SomeReport.Pseudonymizer, new FakeTimeProvider(SomeReport.Start.AddTicks(1234)));

    [Fact]
    public void A_report_is_classified_and_what_must_not_be_kept_is_not()
    {
        var taken = Take(new ErrorReport
        {
            Message = "Event ID 31003 from PasswordResetService, user anna@contoso.com",
            Log = "password=Hunter2-hunter2 for anna@contoso.com",
            Source = "PasswordResetService",
            Product = " Entra\tID ",
            Code = "203.0.113.7",
            Answers = SomeReport.Answers(("place", "at anna@contoso.com"), ("anna@contoso.com", "x")),
        });

        Assert.Equal(
            ("Event ID 31003 from PasswordResetService, user [email-1]", "password=[password-1] for [email-1]", "PasswordResetService", "Entra ID", "[ip-1]"),
            (taken.Content.Message, taken.Content.Log, taken.Content.Source, taken.Content.Product, taken.Content.Code));
        Assert.Equal("at [email-1]", Assert.Single(taken.Content.Answers).Value);
        Assert.Equal((Verdict.Matched, "sspr/31003", SomeReport.Start), (taken.Verdict, taken.EntryId, taken.ReceivedAt));
        Assert.Contains(new ReportedCode("event", "31003", "PasswordResetService"), taken.Codes);
        Assert.Empty(taken.UnknownCodes);
        Assert.Equal(5, taken.Redactions);
    }

    [Fact]
    public void Codes_that_no_entry_has_are_kept_as_written()
    {
        var taken = Take(new ErrorReport { Message = "Error 0x80041099 and again 0x80041099, then event ID 31098" });

        Assert.Equal(["0x80041099", "31098"], taken.UnknownCodes.AsEnumerable());
        Assert.Null(taken.EntryId);
        Assert.Empty(taken.Codes);
    }

    [Fact]
    public void The_locale_is_that_of_the_report_else_that_of_the_request()
    {
        Assert.Equal("sv-SE", Take(new ErrorReport { Message = "x", Locale = LocaleTag.Parse("sv-SE") }, LocaleTag.Parse("en-US")).Content.Locale);
        Assert.Equal("en-US", Take(new ErrorReport { Message = "x" }, LocaleTag.Parse("en-US")).Content.Locale);
        Assert.Null(Take(new ErrorReport { Message = "x" }).Content.Locale);
    }

    [Fact]
    public void An_empty_report_is_refused() => Assert.Throws<ValidationException>(() => Take(new ErrorReport { Message = " " }));

    [Fact]
    public void Ids_are_in_order_of_time_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => ReportId.New(new FakeTimeProvider(SomeReport.Start.AddMilliseconds(i / 2)))).ToList();

        Assert.Equal(1000, ids.Distinct().Count());
        Assert.True(ids[0] < ids[2] && ids[500] < ids[998]);
        Assert.All(ids, id => Assert.True(ReportId.TryParse(id.ToString(), out var read) && read == id && id.Value.Version == 7 && id.Value.Variant is >= 8 and <= 11));
    }

    [Fact]
    public void A_subject_has_one_hash_whatever_its_case_and_another_with_another_secret()
    {
        var other = new Pseudonymizer(Enumerable.Repeat((byte)1, 32).ToArray());

        Assert.Equal(SomeReport.Pseudonymizer.OfSubject("Employee-1"), SomeReport.Pseudonymizer.OfSubject(" employee-1 "));
        Assert.NotEqual(SomeReport.Pseudonymizer.OfSubject("employee-1"), SomeReport.Pseudonymizer.OfSubject("employee-2"));
        Assert.NotEqual(SomeReport.Pseudonymizer.OfSubject("employee-1"), other.OfSubject("employee-1"));
        Assert.Throws<ArgumentException>(() => new Pseudonymizer("short"u8));
    }

    [Fact]
    public void A_request_is_told_by_its_client_its_key_and_all_that_it_says()
    {
        static RequestIdentity Of(string key, string message, string client = "", DateTimeOffset? at = null) => SomeReport.Pseudonymizer.OfRequest(
            new ReportSubmission(new ErrorReport { Message = message }) { IdempotencyKey = key, Client = client, OccurredAt = at })!;

        var first = Of("a", "x", at: SomeReport.Start);
        Assert.Equal(first, Of("a", "x", at: SomeReport.Start.ToOffset(TimeSpan.FromHours(2))));
        Assert.NotEqual(first.KeyHash, Of("b", "x").KeyHash);
        Assert.NotEqual(first.KeyHash, Of("a", "x", client: "c").KeyHash);
        Assert.NotEqual(first.Fingerprint, Of("a", "x").Fingerprint);
        Assert.NotEqual(Of("a", "x").Fingerprint, Of("a", "y").Fingerprint);
        Assert.Null(SomeReport.Pseudonymizer.OfRequest(new ReportSubmission(new ErrorReport { Message = "x" })));
    }

    [Fact]
    public void A_report_of_a_newer_form_is_refused()
    {
        var text = Encoding.UTF8.GetString(ReportDocument.Write(SomeReport.Create())).Replace("\"schemaVersion\":1", "\"schemaVersion\":2", StringComparison.Ordinal);

        Assert.Throws<System.Text.Json.JsonException>(() => ReportDocument.Read(Encoding.UTF8.GetBytes(text)));
    }

    private StoredReport Take(ErrorReport report, LocaleTag? locale = null) => _intake.Take(new ReportSubmission(report), Classifier, "snapshot-1", locale).Report;
}
