using System.Collections.Immutable;
using FluentValidation;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Server.Site.Rendering;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Site.Paste;

/// <summary>From a pasted error to its entry, by questions where several may answer. A plain form: all that is known goes along in it.</summary>
internal static class PastePage
{
    private const string AnswerPrefix = "answer.";
    private const char AnswerSeparator = '=';

    public static SitePage Make(SiteRequest request) => Page(request, Html.Of($"""
        {PasteForm.Text(request, null)}
        <h2 class="or">{request.Words["OrLog"]}</h2>
        {PasteForm.Log(request)}
        """), Html.None);

    public static async ValueTask<SitePage> AnswerAsync(SiteRequest request)
    {
        if (await FormOfAsync(request) is not { } form)
        {
            return Refused(request, null);
        }

        var report = new ErrorReport { Message = form["message"].ToString(), Answers = AnswersOf(form), Locale = request.Locale.Requested };
        var validator = request.Context.RequestServices.GetRequiredService<IValidator<ErrorReport>>();
        if (!validator.Validate(report).IsValid || string.IsNullOrWhiteSpace(report.Message))
        {
            return Refused(request, report.Message);
        }

        var answer = request.Context.RequestServices.GetRequiredService<KbMetrics>().Classify(request.Snapshot, report);
        return Page(request, ClassificationParts.All(answer, report, request), Html.Of($"""
            <details class="again"{HtmlAttribute.When(answer.Verdict == Verdict.Unknown, "open")}><summary>{request.Words["PasteAgain"]}</summary>{PasteForm.Text(request, report.Message)}</details>
            {Html.When(answer.Verdict == Verdict.Unknown, () => PasteForm.Log(request))}
            """));
    }

    /// <summary>The form that was sent, or null where what was sent is none: another media type, no boundary, names without end, parts that break off.</summary>
    private static async Task<IFormCollection?> FormOfAsync(SiteRequest request)
    {
        try
        {
            return request.Context.Request.HasFormContentType ? await request.Context.Request.ReadFormAsync(request.Cancellation) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The fields that carry earlier answers to the next question.</summary>
    public static Html Carry(ErrorReport report) => Html.Of($"""
        <input type="hidden" name="message" value="{report.Message}">
        {Html.Each(report.Answers, a => Html.Of($"""<input type="hidden" name="{AnswerPrefix + a.Key}" value="{a.Value}">"""))}
        """);

    /// <summary>What a button that answers a question sends.</summary>
    public static string ValueOf(string question, string value) => question + AnswerSeparator + value;

    private static SitePage Refused(SiteRequest request, string? message)
    {
        var error = message?.Length > ReportLimits.MessageLength
            ? request.Words.With("PasteTooLong", ReportLimits.MessageLength)
            : request.Words["PasteEmpty"];
        var page = Page(request, Html.Of($"{PasteForm.Text(request, message?.Length > ReportLimits.MessageLength ? message[..ReportLimits.MessageLength] : message, error)}"), PasteForm.Log(request));
        return page with { Status = StatusCodes.Status422UnprocessableEntity };
    }

    private static SitePage Page(SiteRequest request, Html main, Html below) => new(request.Words["Paste"], Html.Of($"""
        <div class="page narrow">
        <h1>{request.Words["Paste"]}</h1>
        <p class="lead">{request.Words["PasteLead"]}</p>
        {main}
        {below}
        </div>
        """))
    {
        Area = SiteArea.Paste,
        Description = request.Words["PasteLead"],
    };

    private static ImmutableSortedDictionary<string, string> AnswersOf(IFormCollection form)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in form.Where(f => f.Key.StartsWith(AnswerPrefix, StringComparison.Ordinal)))
        {
            answers[name[AnswerPrefix.Length..]] = value.ToString();
        }

        if (form["answer"].ToString().Split(AnswerSeparator, 2) is [var id, var given])
        {
            answers[id] = given;
        }

        return answers.ToImmutable();
    }
}
