using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Telemetry;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace KbApi.Server.Classification;

/// <summary>Classifies reports as they come in, line by line, and answers each as soon as it is classified.</summary>
internal sealed class BatchAnswer(ApiRequest request, ReportReader reader, KbMetrics metrics) : IResult
{
    /// <summary>The largest batch.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private static ReadOnlySpan<byte> Blanks => " \t\r"u8;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (httpContext.Request.ContentLength > MaxBytes)
        {
            await ApiProblem.Create(httpContext, ProblemType.BodyTooLarge).ExecuteAsync(httpContext);
            return;
        }

        if (httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = MaxBytes;
        }

        httpContext.Response.ContentType = request.MediaType + "; charset=utf-8";
        var lines = new LineReader(httpContext.Request.BodyReader, (int)RequestBounds.MaxBodyBytes);
        var asked = request.Locale.Requested;
        var number = 0;
        try
        {
            while (await lines.ReadAsync(httpContext.RequestAborted) is { } line)
            {
                number = line.Number;
                if (line.IsTooLong || !IsBlank(line.Bytes))
                {
                    request.UseLocale(asked);
                    await WriteAsync(httpContext.Response, Answer(line));
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The status is sent already; what there is no more room for is said in a line.
            await WriteAsync(httpContext.Response, Error(number + 1, null, Describe(ProblemType.BodyTooLarge, [])));
        }
    }

    private JsonObject Answer(BodyLine line)
    {
        if (line.IsTooLong)
        {
            return Error(line.Number, null, Describe(ProblemType.BodyTooLarge, []));
        }

        var reading = reader.Read(line.Bytes);
        if (reading.Report is not { } report)
        {
            return Error(line.Number, reading.Id, Describe(reading.Problem, ApiProblem.ErrorsOf(request.Context, reading.Errors)));
        }

        var answer = Start(line.Number, reading.Id);
        foreach (var (name, value) in request.ToJson(ClassificationEndpoints.Classify(request, report, metrics), AnswerPlans.Classification))
        {
            answer[name] = value?.DeepClone();
        }

        return request.MaxBytes is { } max
            ? new JsonTrimmer(AnswerPlans.Classification, request.Json).Fit(answer, max - 1) ?? Start(line.Number, null)
            : answer;
    }

    private JsonObject Error(int line, string? id, ProblemDetails problem)
    {
        var answer = Start(line, id);
        answer["error"] = JsonSerializer.SerializeToNode(problem, request.Json);
        return answer;
    }

    private ProblemDetails Describe(ProblemType type, Dictionary<string, object?> errors) => ApiProblem.Describe(request.Context, type, errors);

    private static JsonObject Start(int line, string? id)
    {
        var answer = new JsonObject { ["line"] = line };
        if (id is not null)
        {
            answer["id"] = id;
        }

        return answer;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.IndexOfAnyExcept(Blanks) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private async Task WriteAsync(HttpResponse response, JsonObject answer)
    {
        var writer = response.BodyWriter;
        writer.Write(JsonSerializer.SerializeToUtf8Bytes(answer, request.Json));
        writer.Write("\n"u8);
        await writer.FlushAsync(request.Context.RequestAborted);
    }
}
