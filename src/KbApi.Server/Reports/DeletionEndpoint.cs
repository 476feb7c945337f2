using System.Buffers;
using System.Text.Json;
using KbApi.Server.Classification;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Reports;

/// <summary>Deletes many reports: all about somebody, or all that are old.</summary>
internal static class DeletionEndpoint
{
    /// <summary>Delete reports</summary>
    /// <remarks>
    /// Deletes all reports about a subject, or all that were received before a time, and all feedback on them, for good. What waits in a queue is not there yet: ask again when it is empty. Needs the scope
    /// `reports:delete`. The subject stands in the body, since addresses are written into logs.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    internal static async Task<IResult> DeleteAsync(ApiRequest request, ReportDesk desk)
    {
        var context = request.Context;
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            return ApiProblem.Create(context, ProblemType.BodyTooLarge);
        }

        var (subject, before, problem, errors) = Read(new ReadOnlySequence<byte>(body));
        if (errors.Count > 0)
        {
            return ApiProblem.Create(context, problem, ApiProblem.ErrorsOf(context, errors));
        }

        return await desk.WithStoreAsync(request, async (store, cancellation) => TypedResults.Ok(new DeletionResponse
        {
            Deleted = subject is not null
                ? await store.DeleteSubjectAsync((await desk.GetPseudonymizerAsync(cancellation)).OfSubject(subject), cancellation)
                : await store.DeleteOlderAsync(before!.Value, cancellation),
        }));
    }

    private static (string? Subject, DateTimeOffset? Before, ProblemType Problem, IReadOnlyList<InvalidField> Errors) Read(ReadOnlySequence<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, null, ProblemType.InvalidBody, [new InvalidField("", "Object")]);
            }

            var fields = new FieldReader(document.RootElement);
            var (subject, before) = (fields.Text("subject"), fields.Time("before"));
            if (fields.Errors.Count == 0 && (string.IsNullOrWhiteSpace(subject) == before is null || (subject is not null && before is not null)))
            {
                fields.Errors.Add(new InvalidField("", "Deletion"));
            }

            return (subject, before, ProblemType.InvalidBody, fields.Errors);
        }
        catch (JsonException e)
        {
            return (null, null, ProblemType.MalformedRequest, [new InvalidField("", "Json", (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1)]);
        }
        catch (InvalidOperationException)
        {
            // A member's name has an escape such as \ud800 alone, or bytes that are no UTF-8.
            return (null, null, ProblemType.InvalidBody, [new InvalidField("", "Characters")]);
        }
    }
}
