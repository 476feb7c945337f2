using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KbApi.Server.Problems;

namespace KbApi.Server.Http;

/// <summary>Cuts long lists into pages that follow one another even when the content changes between them.</summary>
internal static class Paging
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>The page that a request asks for, or the problem with how it asks.</summary>
    /// <param name="request">The request; its Link header is set where there is a next page.</param>
    /// <param name="items">All items, in order.</param>
    /// <param name="idOf">The id of an item, which the cursor remembers.</param>
    public static (IReadOnlyList<T> Page, string? Next, IResult? Problem) Cut<T>(ApiRequest request, IReadOnlyList<T> items, Func<T, string> idOf)
    {
        var context = request.Context;
        var query = context.Request.Query;
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            return ([], null, ApiProblem.InvalidParameter(context, "limit", "Between", text.ToString(), 1, MaxLimit));
        }

        var start = 0;
        if (query.TryGetValue("cursor", out var cursor))
        {
            if (!TryDecode(cursor, FilterOf(query), out var lastId))
            {
                return ([], null, ApiProblem.Create(context, ProblemType.InvalidCursor));
            }

            start = IndexOf(items, idOf, lastId) + 1;
            if (start == 0)
            {
                return ([], null, ApiProblem.Create(context, ProblemType.CursorExpired));
            }
        }

        var page = items.Skip(start).Take(limit).ToList();
        if (start + page.Count >= items.Count)
        {
            return (page, null, null);
        }

        var next = Encode(FilterOf(query), idOf(page[^1]));
        context.Response.Headers.Link = $"<{UriWith(context.Request, next)}>; rel=\"next\"";
        return (page, next, null);
    }

    private static int IndexOf<T>(IReadOnlyList<T> items, Func<T, string> idOf, string id)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (idOf(items[i]) == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What of the query decides which items there are; a cursor of one list is none of another.</summary>
    private static string FilterOf(IQueryCollection query)
    {
        var filter = string.Join('&', query.Where(p => p.Key is not ("cursor" or "limit" or "locale" or "fallback")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(filter)).AsSpan(0, 4));
    }

    private static string Encode(string filter, string lastId) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{filter}:{lastId}"));

    private static bool TryDecode(string? cursor, string filter, out string lastId)
    {
        lastId = "";
        if (cursor is null || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        if (!text.StartsWith(filter + ":", StringComparison.Ordinal))
        {
            return false;
        }

        lastId = text[(filter.Length + 1)..];
        return true;
    }

    private static string UriWith(HttpRequest request, string cursor)
    {
        var query = QueryString.Create(request.Query.Where(p => p.Key != "cursor").Append(new("cursor", cursor)));
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{query}";
    }
}
