using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace KbApi.Server.RateLimiting;

/// <summary>
/// Who asks, as far as an address tells: of IPv4 all of it, of IPv6 the network of 64 bits that a customer is given. Requests without an address
/// that can be read are one client.
/// </summary>
/// <param name="Bits">The address; IPv4 as it is mapped into IPv6.</param>
internal readonly record struct ClientAddress(UInt128 Bits)
{
    private const int AddressLength = 16;
    private const int NetworkBits = 64;

    /// <summary>Who sends a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="header">The header that a proxy names the address in; empty for that of the connection.</param>
    public static ClientAddress Of(HttpContext context, string header)
    {
        if (header.Length == 0)
        {
            return Of(context.Connection.RemoteIpAddress);
        }

        var values = context.Request.Headers[header];
        var last = (values.Count > 0 ? values[^1] : null).AsSpan();
        last = last[(last.LastIndexOf(',') + 1)..].Trim();

        // Some proxies add the port.
        return IPAddress.TryParse(last, out var address) ? Of(address) : IPEndPoint.TryParse(last, out var end) ? Of(end.Address) : default;
    }

    private static ClientAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[AddressLength];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        var bits = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var isIPv4 = address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;
        return new ClientAddress(isIPv4 ? bits : bits >> NetworkBits << NetworkBits);
    }
}
