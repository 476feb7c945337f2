using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace KbApi.Server.Http;

/// <summary>An answer as it was sent, ready to be sent again.</summary>
internal sealed class CachedAnswer
{
    private const string SnapshotHeader = "Kb-Snapshot";

    private readonly AnswerBody _body;
    private readonly string _tag;
    private readonly string _snapshotId;
    private readonly string? _route;
    private readonly StringValues _language;
    private readonly StringValues _location;
    private readonly StringValues _link;

    public CachedAnswer(AnswerBody body, string tag, string snapshotId, string? route, IHeaderDictionary headers)
    {
        _route = route;
        _body = body;
        _tag = tag;
        _snapshotId = snapshotId;
        _language = headers.ContentLanguage;
        _location = headers.ContentLocation;
        _link = headers.Link;
    }

    /// <summary>What it takes in memory, roughly.</summary>
    public int Size => _body.Bytes.Length + 512;

    public Task SendAsync(HttpContext context)
    {
        // What measures requests does not see a route that was not taken.
        if (_route is not null && context.Features.Get<IHttpMetricsTagsFeature>() is { } measured)
        {
            measured.Tags.Add(new("http.route", _route));
        }

        var response = context.Response;
        var headers = response.Headers;
        headers[SnapshotHeader] = _snapshotId;
        AllowCaching(headers, _tag);
        if (context.Request.Headers.Origin.Count > 0)
        {
            Cors.AllowReading(headers);
        }

        if (EntityTags.Matches(context.Request, _tag, exists: true))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Set(headers);
        return _body.ExecuteAsync(context);
    }

    /// <summary>Caches keep answers and ask each time whether they still hold: an edit shows at once, and the question costs next to nothing.</summary>
    public static void AllowCaching(IHeaderDictionary headers, string tag)
    {
        headers.ETag = tag;
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept, Accept-Language";
    }

    private void Set(IHeaderDictionary headers)
    {
        if (_language.Count > 0)
        {
            headers.ContentLanguage = _language;
        }

        if (_location.Count > 0)
        {
            headers.ContentLocation = _location;
        }

        if (_link.Count > 0)
        {
            headers.Link = _link;
        }
    }
}
