using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>What all spellings of a code have in common; codes with equal keys answer to the same look-up.</summary>
/// <param name="Kind">What it is: one of the constants.</param>
/// <param name="Value">The code without what spellings differ in.</param>
internal readonly record struct CodeKey(char Kind, string Value)
{
    /// <summary>Hexadecimal digits without leading zeros.</summary>
    public const char Hex = 'x';

    /// <summary>A number that stands for itself.</summary>
    public const char Number = 'n';

    /// <summary>A number that only a scheme or source makes a code.</summary>
    public const char SmallNumber = 'q';

    /// <summary>Letters, <see cref="Joint"/> and a number, whatever stood between.</summary>
    public const char Prefixed = 'p';

    /// <summary>Numbers that begin with the same digits, and asterisks for the others (see <see cref="MaskedNumber"/>).</summary>
    public const char Family = 'f';

    /// <summary>A name, whatever its case and separators.</summary>
    public const char Name = 's';

    /// <summary>Stands between the letters and the number.</summary>
    public const char Joint = '#';

    /// <summary>A number of fewer digits stands for nothing by itself.</summary>
    private const int FewestBareDigits = 3;

    /// <summary>The key of a code of the content.</summary>
    public static CodeKey Of(ErrorCode code)
    {
        var value = code.Value;
        Span<char> room = value.Length <= 256 ? stackalloc char[256] : new char[value.Length];
        if (value.StartsWith("0x", StringComparison.Ordinal))
        {
            return new CodeKey(Hex, WriteHex(value.AsSpan(2), room).ToString());
        }

        if (value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return new CodeKey(value.Length < FewestBareDigits ? SmallNumber : Number, WithoutZeros(value).ToString());
        }

        if (MaskedNumber.TryReadWhole(value) is { } family)
        {
            return new CodeKey(Family, WriteFamily(family, value, room).ToString());
        }

        if (PrefixedNumber.TryRead(value, 0) is { } parts && parts.Length == value.Length)
        {
            var (letters, _, digits) = parts.Cut(value);
            return new CodeKey(Prefixed, string.Concat(WriteUpper(letters, room), [Joint], WithoutZeros(digits)));
        }

        return new CodeKey(Name, WriteName(value, room).ToString());
    }

    /// <summary>The value of a hexadecimal key.</summary>
    public static ReadOnlySpan<char> WriteHex(ReadOnlySpan<char> digits, Span<char> room) => WriteUpper(digits.TrimStart('0'), room);

    /// <summary>The value of the key of letters and a number. The room is longer than both by one at least.</summary>
    public static ReadOnlySpan<char> WritePrefixed(ReadOnlySpan<char> letters, ReadOnlySpan<char> digits, Span<char> room)
    {
        WriteUpper(letters, room);
        room[letters.Length] = Joint;
        var number = WithoutZeros(digits);
        number.CopyTo(room[(letters.Length + 1)..]);
        return room[..(letters.Length + 1 + number.Length)];
    }

    /// <summary>The value of the key of a family of numbers.</summary>
    public static ReadOnlySpan<char> WriteFamily(MaskedNumber family, ReadOnlySpan<char> text, Span<char> room)
    {
        family.Write(text, room);
        return room[..family.Length];
    }

    /// <summary>The value of the key of a name.</summary>
    public static ReadOnlySpan<char> WriteName(ReadOnlySpan<char> name, Span<char> room)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                room[length++] = char.ToUpperInvariant(c);
            }
        }

        return room[..length];
    }

    /// <summary>A number without the zeros that it begins with.</summary>
    public static ReadOnlySpan<char> WithoutZeros(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        return significant.IsEmpty ? "0" : significant;
    }

    private static ReadOnlySpan<char> WriteUpper(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = text.ToUpperInvariant(room);
        return room[..length];
    }
}
