using System.Globalization;
using KbApi.Server.Site;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Watch.Preview;

/// <summary>
/// Answers only requests that name this machine. A page of another site can have a name of its own resolve to this machine, and would then be of the
/// same origin as the preview; its requests still carry that name.
/// </summary>
internal static class HostCheck
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        SiteSecurity.Protect(context.Response.Headers);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (IsOwn(context.Request.Host, context.Connection.LocalPort))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This preview answers to 127.0.0.1 and localhost only.\n", context.RequestAborted);
    }

    /// <summary>Whether a form was sent by a page of the preview itself.</summary>
    public static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && origin == string.Create(CultureInfo.InvariantCulture, $"http://{request.Host.Value}");

    private static bool IsOwn(HostString host, int port) =>
        Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && (host.Port ?? DefaultPort) == port;

    private const int DefaultPort = 80;
}
