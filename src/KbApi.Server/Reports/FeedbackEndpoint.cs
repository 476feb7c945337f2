using System.Buffers;
using System.Text.Json;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Server.Classification;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Reports;

/// <summary>What people say of the answer to their report.</summary>
internal static class FeedbackEndpoint
{
    /// <summary>Say whether the answer was right</summary>
    /// <remarks>
    /// Says whether the answer to a report helped, or which entry would have been the right one, or both. It is kept beside the report and shown with it;
    /// answers to others do not change by it. A report has at most 50.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    /// <param name="time">Says what time it is.</param>
    /// <param name="id">The report's id.</param>
    internal static async Task<IResult> AddAsync(ApiRequest request, ReportDesk desk, TimeProvider time, string id)
    {
        var context = request.Context;
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            return ApiProblem.Create(context, ProblemType.BodyTooLarge);
        }

        return await desk.WithStoreAsync(request, async (store, cancellation) =>
        {
            if (!ReportId.TryParse(id, out var reportId))
            {
                return ReportEndpoints.UnknownReport(request, id);
            }

            var (feedback, problem, errors) = Read(new ReadOnlySequence<byte>(body), request, reportId, time);
            return feedback is null
                ? ApiProblem.Create(context, problem, ApiProblem.ErrorsOf(context, errors))
                : await KeepAsync(request, store, feedback, cancellation);
        });
    }

    private static async Task<IResult> KeepAsync(ApiRequest request, IReportStore store, ReportFeedback feedback, CancellationToken cancellation) =>
        await store.AddFeedbackAsync(feedback, cancellation) switch
        {
            FeedbackOutcome.UnknownReport => ReportEndpoints.UnknownReport(request, feedback.ReportId.ToString()),
            FeedbackOutcome.TooMuch => ApiProblem.Create(
                request.Context, ProblemType.InvalidBody, ApiProblem.ErrorsOf(request.Context, [new InvalidField("", "AtMostFeedback", ReportStoreLimits.MaxFeedback)])),
            _ => TypedResults.Created((string?)null, ReportMapper.Map(feedback)),
        };

    private static (ReportFeedback? Feedback, ProblemType Problem, IReadOnlyList<InvalidField> Errors) Read(ReadOnlySequence<byte> body, ApiRequest request, ReportId reportId, TimeProvider time)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, ProblemType.InvalidBody, [new InvalidField("", "Object")]);
            }

            var fields = new FieldReader(document.RootElement);
            var helpful = fields.Boolean("helpful");
            var rightEntry = fields.Text("rightEntry");
            if (rightEntry is not null && request.KnowledgeBase.Entries.Find(rightEntry) is null)
            {
                fields.Errors.Add(new InvalidField("/rightEntry", "Entry", rightEntry));
            }

            if (fields.Errors.Count == 0 && helpful is null && rightEntry is null)
            {
                fields.Errors.Add(new InvalidField("", "Feedback"));
            }

            return fields.Errors.Count > 0
                ? (null, ProblemType.InvalidBody, fields.Errors)
                : (Create(reportId, helpful, rightEntry, request, time), ProblemType.InvalidBody, []);
        }
        catch (JsonException e)
        {
            return (null, ProblemType.MalformedRequest, [new InvalidField("", "Json", (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1)]);
        }
        catch (InvalidOperationException)
        {
            // A member's name has an escape such as \ud800 alone, or bytes that are no UTF-8.
            return (null, ProblemType.InvalidBody, [new InvalidField("", "Characters")]);
        }
    }

    private static ReportFeedback Create(ReportId reportId, bool? helpful, string? rightEntry, ApiRequest request, TimeProvider time) => new()
    {
        Id = ReportFeedback.NewId(time),
        ReportId = reportId,
        GivenAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
        Helpful = helpful,
        RightEntryId = rightEntry,
        SnapshotId = request.Snapshot.Id,
    };
}
