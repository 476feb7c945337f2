using System.Collections.Frozen;

namespace KbApi.Content.Codes;

/// <summary>Letters before a number that name an algorithm, a standard or a kind of processor and no family of errors: <c>SHA-256</c>, <c>RFC 7807</c>, <c>AVX512</c>.</summary>
internal static class Standards
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "SHA", "AES", "RSA", "DES", "HMAC", "RIPEMD", "BLAKE", "CRC", "UTF", "UCS", "ISO", "IEC", "RFC", "IEEE", "ANSI", "ECMA", "DIN", "EN", "NIST", "FIPS", "CVE", "AVX", "SSE", "ARM", "AMD", "PEP", "JSR", "KEP")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsName(ReadOnlySpan<char> letters) => Names.Contains(letters);
}
