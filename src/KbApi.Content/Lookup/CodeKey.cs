using System.Text;
using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>What all spellings of a code have in common; codes with equal keys answer to the same look-up.</summary>
internal readonly record struct CodeKey(char Kind, string Value)
{
    /// <summary>A number of fewer digits stands for nothing by itself.</summary>
    private const int FewestBareDigits = 3;

    /// <summary>Hexadecimal digits without leading zeros.</summary>
    public static CodeKey Hex(string digits) => new('x', digits.TrimStart('0').ToUpperInvariant());

    /// <summary>A number that stands for itself.</summary>
    public static CodeKey Number(string digits) => new('n', WithoutZeros(digits));

    /// <summary>A number that only a scheme or source makes a code.</summary>
    public static CodeKey SmallNumber(string digits) => new('q', WithoutZeros(digits));

    /// <summary>Letters and a number, whatever stands between.</summary>
    public static CodeKey Prefixed(ReadOnlySpan<char> letters, string digits) => new('p', letters.ToString().ToUpperInvariant() + "#" + WithoutZeros(digits));

    /// <summary>A name, whatever its case and separators.</summary>
    public static CodeKey Name(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return new CodeKey('s', key.ToString());
    }

    /// <summary>The key of a code of the content.</summary>
    public static CodeKey Of(ErrorCode code)
    {
        var value = code.Value;
        if (value.StartsWith("0x", StringComparison.Ordinal))
        {
            return Hex(value[2..]);
        }

        if (value.Length > 0 && value.All(char.IsAsciiDigit))
        {
            return value.Length < FewestBareDigits ? SmallNumber(value) : Number(value);
        }

        return PrefixedNumber.TryRead(value, 0) is { } parts && parts.Length == value.Length ? OfPrefixed(parts, value) : Name(value);
    }

    private static CodeKey OfPrefixed(PrefixedNumber parts, string value)
    {
        var (letters, _, digits) = parts.Cut(value);
        return Prefixed(letters, digits.ToString());
    }

    private static string WithoutZeros(string digits)
    {
        var significant = digits.TrimStart('0');
        return significant.Length == 0 ? "0" : significant;
    }
}
