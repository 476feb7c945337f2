using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Http;

/// <summary>Makes the bodies of answers, in the representation and within the budget that a request asks for.</summary>
internal static class Answers
{
    private const int InitialBytes = 4 * 1024;

    /// <summary>What stands behind the media type of a text.</summary>
    public const string Utf8 = "; charset=utf-8";

    /// <summary>Answers with one thing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="value">The answer as JSON.</param>
    /// <param name="plan">What matters in it.</param>
    /// <param name="prose">The answer as a text to read; needed where the endpoint was mapped by <see cref="ReadingEndpoints.MapProse"/>.</param>
    public static IResult Answer<T>(this ApiRequest request, T value, AnswerPlan plan, Func<ProseDocument>? prose = null)
    {
        if (request.MediaType != Representations.Json && prose is not null)
        {
            return request.AnswerProse(prose());
        }

        if (request.MaxBytes is null && request.Detail != Detail.Brief)
        {
            return Body(Serialize(request, value), Representations.Json, isTruncated: false);
        }

        var answer = ToJson(request, value, plan);
        return request.MaxBytes is { } max && new JsonTrimmer(plan, request.Json).Fit(answer, max) is var fitting
            ? AnswerFitting(request, fitting)
            : AnswerFitting(request, answer);
    }

    /// <summary>Answers with a text, in the representation that the request asks for.</summary>
    public static IResult AnswerProse(this ApiRequest request, ProseDocument document) =>
        AnswerText(request, document.CountSentences(), count => Write(request, document.Take(count)), characters => Write(request, document.TakeWords(characters)));

    /// <summary>Answers with as much of a text as the budget allows.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parts">How many parts the text has.</param>
    /// <param name="write">Writes the first parts.</param>
    /// <param name="writeWords">Writes the first characters, where not even one part fits.</param>
    public static IResult AnswerText(this ApiRequest request, int parts, Func<int, string> write, Func<int, string> writeWords)
    {
        var body = Encoding.UTF8.GetBytes(write(parts));
        if (request.MaxBytes is not { } max || body.Length <= max)
        {
            return Body(body, request.MediaType, isTruncated: false);
        }

        var best = Largest(parts - 1, max, write) ?? Largest(max, max, writeWords);
        return best is null ? TooSmall(request) : Body(best, request.MediaType, isTruncated: true);
    }

    /// <summary>The answer as a tree, with the members that the request's detail asks for.</summary>
    public static JsonObject ToJson<T>(this ApiRequest request, T value, AnswerPlan plan)
    {
        var answer = JsonSerializer.SerializeToNode(value, request.Json)!.AsObject();
        return request.Detail == Detail.Brief ? new JsonTrimmer(plan, request.Json).Brief(answer) : answer;
    }

    /// <summary>Answers with a tree that is within the budget, or with the problem that there is none.</summary>
    public static IResult AnswerFitting(this ApiRequest request, JsonObject? fitting) => fitting is null
        ? TooSmall(request)
        : Body(JsonSerializer.SerializeToUtf8Bytes(fitting, request.Json), Representations.Json, isTruncated: fitting.ContainsKey("truncated"));

    private static byte[] Serialize<T>(ApiRequest request, T value)
    {
        var buffer = new PooledBuffer(InitialBytes);
        using (var writer = ApiJson.WriterTo(buffer, request.Json))
        {
            JsonShape<T>.Write(writer, value, request.Json);
        }

        return buffer.TakeBytes();
    }

    public static AnswerBody Body(byte[] bytes, string mediaType, bool isTruncated) => new(bytes, mediaType + Utf8, isTruncated);

    private static string Write(ApiRequest request, ProseDocument document) => request.MediaType switch
    {
        Representations.Markdown => MarkdownWriter.Write(document),
        Representations.Html => request.Html.Of(document),
        _ => PlainTextWriter.Write(document),
    };

    /// <summary>The largest text of a number of parts that fits, or null where none does.</summary>
    private static byte[]? Largest(int parts, int maxBytes, Func<int, string> write)
    {
        byte[]? best = null;
        for (int low = 1, high = parts; low <= high;)
        {
            var count = (low + high) / 2;
            var bytes = Encoding.UTF8.GetBytes(write(count));
            if (bytes.Length <= maxBytes)
            {
                best = bytes;
                low = count + 1;
            }
            else
            {
                high = count - 1;
            }
        }

        return best;
    }

    /// <summary>The problem that a budget is too small for any answer.</summary>
    public static ProblemHttpResult TooSmall(ApiRequest request) =>
        ApiProblem.InvalidParameter(request.Context, "maxTokens", "Budget", request.MaxTokens!.Value);
}
