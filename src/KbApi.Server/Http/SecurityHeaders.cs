using KbApi.Server.Access;
using KbApi.Server.Hosting;
using KbApi.Server.Site;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Http;

/// <summary>
/// What browsers are told not to do with an answer, whatever answers. It is added when the answer is sent, so that answers about failures have it too;
/// pages say more themselves (<see cref="SiteSecurity"/>).
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<ServerOptions> options)
{
    /// <summary>For answers that are no pages: nothing in them is run, and nobody frames them.</summary>
    public const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public const string ReferrerPolicy = "Referrer-Policy";
    public const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    private const string OneYear = "max-age=31536000";

    private readonly bool _isClosed = options.Value.Reads == AccessMode.Closed;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Complete((HttpContext)state), context);
        if (_isClosed)
        {
            context.Response.OnStarting(static state => KeepFromOthers(((HttpContext)state).Response.Headers), context);
        }

        return next(context);
    }

    private static Task Complete(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        if (headers.ContentSecurityPolicy != SiteSecurity.FramePolicy)
        {
            headers.XFrameOptions = "DENY";
        }

        headers.TryAdd(ReferrerPolicy, "no-referrer");
        headers.TryAdd(ResourcePolicy, "same-origin");
        if (context.Request.IsHttps && !LocalCaller.IsLocalHost(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = OneYear;
        }

        return Task.CompletedTask;
    }

    /// <summary>What only some may read is kept by nobody who serves it to others.</summary>
    private static Task KeepFromOthers(IHeaderDictionary headers)
    {
        if (headers.CacheControl.ToString() is { } control && control.StartsWith("public", StringComparison.Ordinal))
        {
            headers.CacheControl = "private" + control["public".Length..];
        }

        return Task.CompletedTask;
    }
}
