using System.Globalization;

namespace KbApi.Content.Codes;

/// <summary>Codes of up to 32 bits that are written in hexadecimal or, being the same bits, as a signed number.</summary>
internal static class HexCode
{
    /// <summary>The code of these hexadecimal digits; as written where they are more than 32 bits.</summary>
    public static ErrorCode FromDigits(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        return significant.Length <= 8
            ? FromBits(significant.IsEmpty ? 0 : uint.Parse(significant, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            : new ErrorCode(BuiltInSchemes.Hex, "0x" + digits.ToString().ToUpperInvariant());
    }

    /// <summary>The code of a negative 32-bit number's bits, or null where the number is no failure.</summary>
    public static ErrorCode? FromNegative(ReadOnlySpan<char> digits) =>
        digits.Length <= 10 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value is >= 0x10000000 and <= 0x80000000
            ? FromBits(unchecked((uint)-value))
            : null;

    /// <summary>The code of an unsigned number's bits, or null where it is none that has the failure bit set.</summary>
    public static ErrorCode? FromUnsigned(ReadOnlySpan<char> digits) =>
        digits.Length == 10 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value is > int.MaxValue and <= uint.MaxValue
            ? FromBits((uint)value)
            : null;

    private static ErrorCode FromBits(uint bits)
    {
        var scheme = bits switch
        {
            >= 0xC0000000 => BuiltInSchemes.NtStatus,
            >= 0x80000000 => BuiltInSchemes.HResult,
            _ => BuiltInSchemes.Hex,
        };
        return new ErrorCode(scheme, "0x" + bits.ToString("X8", CultureInfo.InvariantCulture));
    }
}
