using System.Buffers;
using KbApi.Rules.Reports;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Classification;

/// <summary>From a report as people write it to the entry that answers it.</summary>
internal static class ClassificationEndpoints
{
    public static void MapClassification(this IEndpointRouteBuilder group)
    {
        group.MapAsking("/classify", ClassifyAsync, Representations.Data)
            .WithName("classify").Accepts<ClassificationRequest>(Representations.Json).Produces<ClassificationResponse>().WithTags("Classification");
        group.MapAsking("/classify/batch", ClassifyBatchAsync, Representations.Lines)
            .WithName("classifyBatch")
            .Accepts<BatchRequestLine>(Representations.JsonLines, Representations.NdJson)
            .Produces<BatchResponseLine>(StatusCodes.Status200OK, Representations.JsonLines, Representations.NdJson)
            .WithTags("Classification");
    }

    /// <summary>Classify a report</summary>
    /// <remarks>
    /// From an error report to the entries that answer it, with the places in the report that say so, what to ask where several may, and what the
    /// documents ask a report to contain. Mail and IP addresses, keys, passwords, and names behind their labels are masked before anything is compared.
    /// Nothing is kept: answers to questions are given in `answers` of the next request, together with the report.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="reader">Reads the report.</param>
    internal static async Task<IResult> ClassifyAsync(ApiRequest request, ReportReader reader)
    {
        if (await RequestBody.ReadAsync(request.Context) is not { } body)
        {
            return ApiProblem.Create(request.Context, ProblemType.BodyTooLarge);
        }

        var reading = reader.Read(new ReadOnlySequence<byte>(body));
        if (reading.Report is not { } report)
        {
            return ApiProblem.Create(request.Context, reading.Problem, ApiProblem.ErrorsOf(request.Context, reading.Errors));
        }

        var answer = Classify(request, report);
        request.SetLanguage(request.Locale.Chain.Where(l => answer.Candidates.Any(c => c.Locale == l.Value)).DefaultIfEmpty(request.Locale.Requested));
        return request.Answer(answer, AnswerPlans.Classification);
    }

    /// <summary>Classify many reports</summary>
    /// <remarks>
    /// JSON Lines in, JSON Lines out: one report a line, of 1 MiB at most, all of them together 32 MiB; one line of answer for each, in order, sent
    /// as soon as it is made. A line that can't be used is answered by a line with `error`; blank lines are passed over. `maxTokens` counts for each line.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="reader">Reads the reports.</param>
    internal static IResult ClassifyBatchAsync(ApiRequest request, ReportReader reader) => new BatchAnswer(request, reader);

    public static ClassificationResponse Classify(ApiRequest request, ErrorReport report)
    {
        if (report.Locale is { } locale)
        {
            request.UseLocale(locale);
        }

        var classification = request.Snapshot.Classifier.Classify(report with { Locale = request.Locale.Requested });
        return new ClassificationMapper(request).Map(classification);
    }
}
