using System.Globalization;

namespace KbApi.Content.Codes;

/// <summary>
/// The form of the codes of a family: letters and separators stand for themselves, <c>#</c> for a digit, <c>#{2,5}</c> for two to
/// five digits. <c>SSPR_####</c> and <c>AADSTS#{5,7}</c> are patterns.
/// </summary>
public sealed class CodePattern
{
    private CodePattern(string text, string prefix, int minDigits, int maxDigits)
    {
        Text = text;
        Prefix = prefix;
        MinDigits = minDigits;
        MaxDigits = maxDigits;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>What stands before the digits, with its separator.</summary>
    public string Prefix { get; }

    /// <summary>The fewest digits.</summary>
    public int MinDigits { get; }

    /// <summary>The most digits.</summary>
    public int MaxDigits { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">The text is no pattern; the message tells why.</exception>
    public static CodePattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.IndexOf('#', StringComparison.Ordinal);
        var prefix = digits < 0 ? text : text[..digits];
        if (digits <= 0 || !char.IsAsciiLetter(prefix[0]))
        {
            throw new FormatException($"'{text}' is no code pattern; write letters and then '#' for each digit, for example 'ABC_####'");
        }

        var rest = text[digits..];
        if (rest.All(c => c == '#'))
        {
            return new CodePattern(text, prefix, rest.Length, rest.Length);
        }

        var bounds = rest.StartsWith("#{", StringComparison.Ordinal) && rest[^1] == '}' ? rest[2..^1].Split(',') : [];
        if (bounds.Length == 2 && TryParse(bounds[0], out var least) && TryParse(bounds[1], out var most) && least >= 1 && most >= least && most <= 18)
        {
            return new CodePattern(text, prefix, least, most);
        }

        throw new FormatException($"'{text}' is no code pattern; the digits are written '####' or '#{{2,5}}'");
    }

    /// <summary>The canonical code with these digits, or null where they are too few or too many.</summary>
    internal string? Format(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        if (significant.Length > MaxDigits || digits.Length > 18)
        {
            return null;
        }

        return Prefix + significant.ToString().PadLeft(Math.Max(MinDigits, Math.Min(digits.Length, MaxDigits)), '0');
    }

    private static bool TryParse(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
