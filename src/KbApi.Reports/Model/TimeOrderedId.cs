using System.Buffers.Binary;
using System.Security.Cryptography;

namespace KbApi.Reports.Model;

/// <summary>Identifiers that are in order of time and that nobody can guess: UUIDs of version 7 (RFC 9562) with 74 random bits.</summary>
internal static class TimeOrderedId
{
    private const int Version = 0x70;
    private const int Variant = 0x80;

    public static Guid New(TimeProvider time)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(bytes[6..]);
        bytes[6] = (byte)(bytes[6] & 0x0F | Version);
        bytes[8] = (byte)(bytes[8] & 0x3F | Variant);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Reads an id in its usual form of 36 characters.</summary>
    public static bool TryParse(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && id.Version == 7;
}
