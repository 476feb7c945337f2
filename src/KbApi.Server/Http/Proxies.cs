using System.Net;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace KbApi.Server.Http;

/// <summary>Believes what proxies say of a request, where they are known: anybody else can write the same headers.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app) => app.UseLate((pipeline, options) =>
    {
        if (options.Proxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        if (options.RateLimit.AddressHeader.Length > 0)
        {
            forwarded.ForwardedForHeaderName = options.RateLimit.AddressHeader;
        }

        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies.Select(NetworkOf))
        {
            forwarded.KnownIPNetworks.Add(network!.Value);
        }

        pipeline.UseForwardedHeaders(forwarded);
    });

    /// <summary>An address, or a network as <c>10.0.0.0/8</c>; null where the text is neither.</summary>
    public static System.Net.IPNetwork? NetworkOf(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
