using System.Buffers;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Server.Budget;
using KbApi.Server.Classification;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Queue;

namespace KbApi.Server.Reports;

/// <summary>Reports that are kept.</summary>
internal static class ReportEndpoints
{
    private const string Tag = "Reports";

    public static void MapReports(this IEndpointRouteBuilder group)
    {
        var reports = group.MapGroup("/reports");
        reports.MapKeeping("", [HttpMethods.Post], CreateAsync)
            .WithName("createReport").WithTags(Tag)
            .Accepts<ReportRequest>(Representations.Json)
            .Produces<CreatedReportResponse>(StatusCodes.Status201Created).Produces<QueuedReportResponse>(StatusCodes.Status202Accepted);
        reports.MapKeeping("", [HttpMethods.Get, HttpMethods.Head], ReportListEndpoint.ListAsync)
            .WithName("listReports").WithTags(Tag).Produces<ReportPage>();
        reports.MapKeeping("/deletions", [HttpMethods.Post], DeletionEndpoint.DeleteAsync)
            .WithName("deleteReports").WithTags(Tag)
            .Accepts<DeletionRequest>(Representations.Json).Produces<DeletionResponse>();
        reports.MapKeeping("/{id}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
            .WithName("getReport").WithTags(Tag).Produces<ReportResponse>().Produces<QueuedReportResponse>(StatusCodes.Status202Accepted);
        reports.MapKeeping("/{id}", [HttpMethods.Delete], DeleteAsync)
            .WithName("deleteReport").WithTags(Tag).Produces(StatusCodes.Status204NoContent);
        reports.MapKeeping("/{id}/feedback", [HttpMethods.Post], FeedbackEndpoint.AddAsync)
            .WithName("addFeedback").WithTags(Tag)
            .Accepts<FeedbackRequest>(Representations.Json).Produces<FeedbackResponse>(StatusCodes.Status201Created);
        reports.MapOptions("", "GET, HEAD, POST, OPTIONS");
        reports.MapOptions("/deletions", "POST, OPTIONS");
        reports.MapOptions("/{id}", "GET, HEAD, DELETE, OPTIONS");
        reports.MapOptions("/{id}/feedback", "POST, OPTIONS");
    }

    /// <summary>Report a problem</summary>
    /// <remarks>
    /// Classifies a report as `POST /v1/classify` does, and keeps it: redacted, with its verdict and the entries that may answer. What is answered is durable.
    /// With the header `Idempotency-Key` the same report sent twice is kept once: the second answer is the first's, with `Idempotent-Replayed: true`. After
    /// 503, or where no answer came, send the same request with the same key again. A server with a queue answers 202 when the queue has the report, which is
    /// then classified and kept within moments; its address answers 202 until then. Of `subject` only a keyed hash is kept, by which everything about
    /// somebody can be deleted.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="reader">Reads the report.</param>
    /// <param name="desk">Keeps it.</param>
    /// <param name="queue">What it waits in, where there is a queue.</param>
    internal static async Task<IResult> CreateAsync(ApiRequest request, ReportReader reader, ReportDesk desk, QueuedReports queue)
    {
        var context = request.Context;
        if (IdempotencyKey.TryRead(context.Request, out var key) is { } wrongKey)
        {
            return ApiProblem.InvalidParameters(context, [wrongKey]);
        }

        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            return ApiProblem.Create(context, ProblemType.BodyTooLarge);
        }

        var reading = reader.ReadSubmission(new ReadOnlySequence<byte>(body));
        return reading.Submission is { } submission
            ? await desk.WithStoreAsync(request, (store, cancellation) => queue.IsOn
                ? queue.TakeAsync(request, store, submission with { IdempotencyKey = key }, cancellation)
                : KeepAsync(request, desk, store, submission with { IdempotencyKey = key }, cancellation))
            : ApiProblem.Create(context, reading.Problem, ApiProblem.ErrorsOf(context, reading.Errors));
    }

    private static async Task<IResult> KeepAsync(ApiRequest request, ReportDesk desk, IReportStore store, ReportSubmission submission, CancellationToken cancellation)
    {
        var context = request.Context;
        var intake = await desk.GetIntakeAsync(cancellation);
        if (submission.Report.Locale is { } locale)
        {
            request.UseLocale(locale);
        }

        var taken = intake.Take(submission, request.Snapshot.Classifier, request.Snapshot.Id, request.Locale.Requested);
        using var mark = desk.InProgress.TryBegin(taken.Report.Request?.KeyHash);
        if (mark is null)
        {
            context.Response.Headers.RetryAfter = "1";
            return ApiProblem.Create(context, ProblemType.RequestInProgress);
        }

        var added = await store.AddAsync(taken.Report, cancellation);
        if (added.Outcome == AddOutcome.KeyReused)
        {
            return ApiProblem.Create(context, ProblemType.KeyReused);
        }

        if (added.Outcome == AddOutcome.Existing)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        var answer = ReportMapper.Map(added.Report, new ClassificationMapper(request).Map(taken.Classification), desk.Options.Retention);
        request.SetLanguage(request.Locale.Chain.Where(l => answer.Candidates.Any(c => c.Locale == l.Value)).DefaultIfEmpty(request.Locale.Requested));
        context.Response.Headers.Location = $"{context.Request.PathBase}/v1/reports/{answer.Id}";
        return new Status(StatusCodes.Status201Created, request.Answer(answer, AnswerPlans.Classification));
    }

    /// <summary>Get a report</summary>
    /// <remarks>
    /// A report as it is kept, with what was said of its answer. It does not change when the content does. With a queue, 202 as long as the report may be
    /// waiting in it; it can be deleted and commented on when it is kept.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    /// <param name="queue">What reports wait in, where there is a queue.</param>
    /// <param name="id">The report's id.</param>
    internal static Task<IResult> GetAsync(ApiRequest request, ReportDesk desk, QueuedReports queue, string id) => desk.WithStoreAsync(request, async (store, cancellation) =>
    {
        if (!ReportId.TryParse(id, out var reportId))
        {
            return UnknownReport(request, id);
        }

        // One that is not waiting any more may have been stored meanwhile.
        var report = await store.FindAsync(reportId, cancellation);
        if (report is null && await queue.FindAsync(request, reportId, cancellation) is { } waiting)
        {
            return waiting;
        }

        report ??= queue.IsOn ? await store.FindAsync(reportId, cancellation) : null;
        if (report is null)
        {
            return UnknownReport(request, id);
        }

        var feedback = await store.ListFeedbackAsync(reportId, after: null, ReportStoreLimits.MaxFeedback, cancellation);
        return request.Answer(ReportMapper.Map(report, feedback, desk.Options.Retention), AnswerPlans.Report);
    });

    /// <summary>Delete a report</summary>
    /// <remarks>Deletes a report and all feedback on it, for good.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    /// <param name="id">The report's id.</param>
    internal static Task<IResult> DeleteAsync(ApiRequest request, ReportDesk desk, string id) => desk.WithStoreAsync(request, async (store, cancellation) =>
        ReportId.TryParse(id, out var reportId) && await store.DeleteAsync(reportId, cancellation) ? TypedResults.NoContent() : UnknownReport(request, id));

    public static IResult UnknownReport(ApiRequest request, string id) => ApiProblem.Create(request.Context, ProblemType.UnknownId, id);

    private static void MapOptions(this IEndpointRouteBuilder routes, string pattern, string methods) => routes.MapMethods(
        pattern, [HttpMethods.Options], (RequestDelegate)(context => ReadingEndpoints.AnswerOptions(context, methods))).ExcludeFromDescription();

    /// <summary>An endpoint about what is kept. Its answers are no cache's business, and no other site's pages may call it.</summary>
    private static RouteHandlerBuilder MapKeeping(this IEndpointRouteBuilder routes, string pattern, string[] methods, Delegate handler) =>
        routes.MapLazily(pattern, methods, handler).WithMetadata(new ApiEndpoint(Representations.Data, IsReading: false));

    /// <summary>An answer with a status other than 200.</summary>
    private sealed record Status(int Code, IResult Answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (Answer is AnswerBody)
            {
                httpContext.Response.StatusCode = Code;
            }

            return Answer.ExecuteAsync(httpContext);
        }
    }
}
