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

    /// <summary>Who sends from an address.</summary>
    public static ClientAddress Of(IPAddress? address)
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
