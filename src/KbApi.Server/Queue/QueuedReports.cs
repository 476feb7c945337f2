using System.Buffers.Binary;
using System.Globalization;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Server.Contracts;
using KbApi.Server.Hosting;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NATS.Client.Core;

namespace KbApi.Server.Queue;

/// <summary>Answers for reports that wait in the queue.</summary>
internal sealed partial class QueuedReports(ReportDesk desk, ReportQueue queue, QueueMonitor monitor, IOptions<ServerOptions> options, ILogger<QueuedReports> logger)
{
    /// <summary>Clocks of replicas and brokers are not the same to the second.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Whether reports wait in a queue at all.</summary>
    public bool IsOn => options.Value.Queue.IsOn;

    /// <summary>Puts a report into the queue: 202 when the brokers have it.</summary>
    public async Task<IResult> TakeAsync(ApiRequest request, IReportStore store, ReportSubmission submission, CancellationToken cancellation)
    {
        var context = request.Context;
        var intake = await desk.GetQueuedIntakeAsync(cancellation);
        var report = intake.Take(submission, request.Locale.Requested);
        using var mark = desk.InProgress.TryBegin(report.Request?.KeyHash);
        if (mark is null)
        {
            context.Response.Headers.RetryAfter = "1";
            return ApiProblem.Create(context, ProblemType.RequestInProgress);
        }

        try
        {
            var earlier = await FindStoredAsync(store, report, isRequired: false, cancellation);
            var taken = earlier ?? (await queue.PublishAsync(report, cancellation) is { } published
                ? Taken.Of(published)
                : await FindStoredAsync(store, report, isRequired: true, cancellation) ?? throw new QueueUnavailableException(QueueTrouble.Busy, "The same report is being stored."));
            if (taken.Request?.Fingerprint != report.Request?.Fingerprint)
            {
                return ApiProblem.Create(context, ProblemType.KeyReused);
            }

            if (taken.Id != report.Id)
            {
                context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
            }

            return Queued(request, taken.Id, taken.ReceivedAt);
        }
        catch (NatsPayloadTooLargeException)
        {
            return ApiProblem.Create(context, ProblemType.BodyTooLarge);
        }
        catch (QueueUnavailableException e)
        {
            return Unavailable(context, e);
        }
    }

    /// <summary>
    /// The answer for a report that is not stored: 202 while it may be waiting. Ids are in order of time, so one that was given before the oldest waiting
    /// report came is not waiting. Null where there is no such report.
    /// </summary>
    public async Task<IResult?> FindAsync(ApiRequest request, ReportId id, CancellationToken cancellation)
    {
        if (!IsOn)
        {
            return null;
        }

        try
        {
            var state = await monitor.LookAsync(cancellation);
            var givenAt = TimeOf(id);
            return state.Oldest is { } oldest && givenAt > oldest - ClockSkew && givenAt < oldest + state.Lag + ClockSkew ? Queued(request, id, givenAt) : null;
        }
        catch (QueueUnavailableException e)
        {
            return Unavailable(request.Context, e);
        }
    }

    /// <summary>The report that was stored for the same request. While the store is away, the brokers alone know requests that come twice.</summary>
    private static async Task<Taken?> FindStoredAsync(IReportStore store, QueuedReport report, bool isRequired, CancellationToken cancellation)
    {
        if (report.Request is null)
        {
            return null;
        }

        try
        {
            return await store.FindByRequestAsync(report.Request.KeyHash, cancellation) is { } stored ? new Taken(stored.Id, stored.ReceivedAt, stored.Request) : null;
        }
        catch (StoreUnavailableException) when (!isRequired)
        {
            return null;
        }
    }

    private static JsonHttpResult<QueuedReportResponse> Queued(ApiRequest request, ReportId id, DateTimeOffset receivedAt)
    {
        var context = request.Context;
        context.Response.Headers.Location = $"{context.Request.PathBase}/v1/reports/{id}";
        context.Response.Headers.RetryAfter = "1";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new QueuedReportResponse { Id = id.ToString(), Status = "queued", ReceivedAt = receivedAt }, statusCode: StatusCodes.Status202Accepted);
    }

    private ProblemHttpResult Unavailable(HttpContext context, QueueUnavailableException exception)
    {
        Log.Unavailable(logger, exception.Reason, exception.Message);
        context.Response.Headers.RetryAfter = ((int)exception.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.Create(context, ProblemType.StoreUnavailable);
    }

    /// <summary>The first 48 bits of a UUID of version 7 are milliseconds since 1970.</summary>
    private static DateTimeOffset TimeOf(ReportId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }

    private sealed record Taken(ReportId Id, DateTimeOffset ReceivedAt, RequestIdentity? Request)
    {
        public static Taken Of(QueuedReport report) => new(report.Id, report.ReceivedAt, report.Request);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The queue takes no reports ({Trouble}): {Reason}")]
        public static partial void Unavailable(ILogger logger, QueueTrouble trouble, string reason);
    }
}
