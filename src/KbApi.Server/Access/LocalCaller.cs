using System.Net;

namespace KbApi.Server.Access;

/// <summary>
/// Whether a request is of a program on the same machine. More is asked than the address of the connection: a proxy on the machine has that too, and so has
/// a browser there that a page of somebody else's sends.
/// </summary>
internal static class LocalCaller
{
    private static readonly string[] SetByProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Original-For", "Via"];

    public static bool IsIn(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && IsLocalHost(context.Request.Host.Host)
        && !Array.Exists(SetByProxies, context.Request.Headers.ContainsKey)
        && IsOfNoOtherSite(context.Request.Headers);

    /// <summary>Names that nobody's name server can make up.</summary>
    public static bool IsLocalHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsOfNoOtherSite(IHeaderDictionary headers) =>
        (headers.Origin.Count == 0 || (Uri.TryCreate(headers.Origin.ToString(), UriKind.Absolute, out var origin) && IsLocalHost(origin.Host)))
        && headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin" or "same-site";
}
