using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Problems;

namespace KbApi.Server.Http;

/// <summary>Cuts long lists into pages that follow one another even when the content changes between them.</summary>
internal static class Paging
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    private const int InitialBytes = 32 * 1024;

    /// <summary>
    /// Answers with the page that a request asks for: <c>items</c>, <c>total</c> and <c>nextCursor</c>, and the Link header. Where a budget
    /// lets fewer items in than a page has, the next page begins with the first that is left out.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="items">All items, in order.</param>
    /// <param name="idOf">The id of an item, which the cursor remembers.</param>
    /// <param name="map">Makes answers of the items of a page.</param>
    /// <param name="plan">What matters in an item.</param>
    /// <param name="prose">The page as a text to read; needed where the endpoint was mapped by <see cref="ReadingEndpoints.MapProse"/>.</param>
    /// <param name="frame">Further members of the answer, which stand behind the items; none where null.</param>
    /// <param name="write">Writes an item as <paramref name="map"/> and the serializer would, where there is a faster way; or null.</param>
    public static IResult Answer<T, TResponse>(
        ApiRequest request,
        IReadOnlyList<T> items,
        Func<T, string> idOf,
        Func<IReadOnlyList<T>, IEnumerable<TResponse>> map,
        AnswerPlan plan,
        Func<IReadOnlyList<T>, ProseDocument>? prose = null,
        Func<IEnumerable<FrameMember>>? frame = null,
        Action<Utf8JsonWriter, T>? write = null)
    {
        var (start, problem) = StartOf(request, items, idOf);
        if (problem is not null)
        {
            return problem;
        }

        var page = items.Skip(start).Take(request.Limit).ToList();
        string? CursorAfter(int count) =>
            start + count < items.Count && count > 0 ? PageCursor.After(request.Context.Request, idOf(page[count - 1])) : null;

        if (request.MediaType != Representations.Json && prose is not null)
        {
            Link(request, CursorAfter(page.Count));
            return request.AnswerProse(prose(page));
        }

        if (request.MaxBytes is null && request.Detail != Detail.Brief)
        {
            var cursor = CursorAfter(page.Count);
            Link(request, cursor);
            var written = write is null
                ? Write(request, map(page), (writer, item) => JsonShape<TResponse>.Write(writer, item, request.Json), items.Count, cursor, frame)
                : Write(request, page, write, items.Count, cursor, frame);
            return request.IsTimed
                ? new PassingBody(written, Representations.Json + Answers.Utf8)
                : Answers.Body(written.TakeBytes(), Representations.Json, isTruncated: false);
        }

        JsonObject Frame(int count)
        {
            var framed = new JsonObject { ["items"] = new JsonArray(), ["total"] = items.Count };
            if (CursorAfter(count) is { } cursor)
            {
                framed["nextCursor"] = cursor;
            }

            if (count < page.Count)
            {
                framed["truncated"] = true;
            }

            foreach (var member in frame?.Invoke() ?? [])
            {
                framed[member.Name] = member.ToNode(request.Json);
            }

            return framed;
        }

        var responses = map(page).Select(item => request.ToJson(item, plan)).ToList();
        var answer = Frame(page.Count);
        if (request.MaxBytes is { } max && responses.Count > 0)
        {
            answer = ListTrimmer.Fit(responses, plan, Frame, "items", max, request.Json);
        }
        else
        {
            answer["items"] = new JsonArray([.. responses]);
        }

        Link(request, (string?)answer?["nextCursor"]);
        return request.AnswerFitting(answer);
    }

    /// <summary>Answers with a page whose items were found by their ids, as in a store: nobody has counted them all. The cursor is the id of the last.</summary>
    /// <param name="request">The request.</param>
    /// <param name="items">The items of the page.</param>
    /// <param name="isMore">Whether more come behind them.</param>
    /// <param name="plan">What matters in an item.</param>
    public static IResult AnswerPart<TResponse>(ApiRequest request, IReadOnlyList<(string Id, TResponse Item)> items, bool isMore, AnswerPlan plan)
    {
        JsonObject Frame(int count)
        {
            var framed = new JsonObject { ["items"] = new JsonArray() };
            if (count > 0 && (isMore || count < items.Count))
            {
                framed["nextCursor"] = items[count - 1].Id;
            }

            if (count < items.Count)
            {
                framed["truncated"] = true;
            }

            return framed;
        }

        var responses = items.Select(i => request.ToJson(i.Item, plan)).ToList();
        var answer = Frame(items.Count);
        if (request.MaxBytes is { } max && responses.Count > 0)
        {
            answer = ListTrimmer.Fit(responses, plan, Frame, "items", max, request.Json);
        }
        else
        {
            answer["items"] = new JsonArray([.. responses]);
        }

        Link(request, (string?)answer?["nextCursor"]);
        return request.AnswerFitting(answer);
    }

    /// <summary>The items of the page that a request asks for; none where its cursor can't be used.</summary>
    public static IReadOnlyList<T> PageOf<T>(ApiRequest request, IReadOnlyList<T> items, Func<T, string> idOf)
    {
        var (start, problem) = StartOf(request, items, idOf);
        return problem is null ? [.. items.Skip(start).Take(request.Limit)] : [];
    }

    /// <summary>A whole page as JSON. What no budget shortens needs no tree.</summary>
    private static PooledBuffer Write<T>(
        ApiRequest request, IEnumerable<T> items, Action<Utf8JsonWriter, T> write, int total, string? cursor, Func<IEnumerable<FrameMember>>? frame)
    {
        // Most pages fit; what grows beyond is rented as well and given back.
        var buffer = new PooledBuffer(InitialBytes);
        using var writer = ApiJson.WriterTo(buffer, request.Json);
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteNumber("total"u8, total);
        if (cursor is not null)
        {
            writer.WriteString("nextCursor"u8, cursor);
        }

        foreach (var member in frame?.Invoke() ?? [])
        {
            writer.WritePropertyName(member.Name);
            member.WriteTo(writer, request.Json);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private static (int Start, IResult? Problem) StartOf<T>(ApiRequest request, IReadOnlyList<T> items, Func<T, string> idOf)
    {
        if (!request.Context.Request.Query.TryGetValue("cursor", out var text))
        {
            return (0, null);
        }

        if (PageCursor.TryRead(request.Context.Request, text) is not { } cursor)
        {
            return (0, ApiProblem.Create(request.Context, ProblemType.InvalidCursor));
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (cursor.IsOf(idOf(items[i])))
            {
                return (i + 1, null);
            }
        }

        return (0, ApiProblem.Create(request.Context, ProblemType.CursorExpired));
    }

    private static void Link(ApiRequest request, string? cursor)
    {
        if (cursor is not null)
        {
            var http = request.Context.Request;
            var query = QueryString.Create(http.Query.Where(p => p.Key != "cursor").Append(new("cursor", cursor)));
            request.Context.Response.Headers.Link = $"<{http.Scheme}://{http.Host}{http.PathBase}{http.Path}{query}>; rel=\"next\"";
        }
    }
}
