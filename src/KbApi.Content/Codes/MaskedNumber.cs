namespace KbApi.Content.Codes;

/// <summary>
/// A family of numbers, whose last digits nobody documents: <c>300***</c> is any number of six digits that begins with 300, <c>5xx</c> any of three that begins
/// with 5. One asterisk is as often the mark of a footnote, and one x a factor, so there are two at least.
/// </summary>
/// <param name="Told">How many digits are told.</param>
/// <param name="Masked">How many are not.</param>
internal readonly record struct MaskedNumber(int Told, int Masked)
{
    /// <summary>Stands for a digit in the <see cref="Lookup.CodeKey"/> of a family.</summary>
    public const char Mask = '*';

    /// <summary>The most digits that are told, and the most that are not.</summary>
    public const int MostDigits = 6;

    private const int FewestMasks = 2;
    private const int FewestBeforeAsterisks = 2;

    /// <summary>How many characters it has.</summary>
    public int Length => Told + Masked;

    /// <summary>The family that a text begins with, or null.</summary>
    public static MaskedNumber? TryRead(ReadOnlySpan<char> text)
    {
        var told = text.Length - text.TrimStart("0123456789").Length;
        if (told == 0 || told == text.Length)
        {
            return null;
        }

        var mask = text[told];
        var behind = text[told..].TrimStart(mask);
        var family = new MaskedNumber(told, text.Length - told - behind.Length);
        var isMasked = mask switch
        {
            Mask => told >= FewestBeforeAsterisks,
            // What begins with 0x is a number itself.
            'x' or 'X' => text[0] != '0',
            _ => false,
        };
        return isMasked && told <= MostDigits && family.Masked is >= FewestMasks and <= MostDigits && (behind.IsEmpty || !Word.IsPart(behind[0])) ? family : null;
    }

    /// <summary>The family that a text is as a whole, or null.</summary>
    public static MaskedNumber? TryReadWhole(ReadOnlySpan<char> text) => TryRead(text) is { } family && family.Length == text.Length ? family : null;

    /// <summary>Writes the digits that are told, and a mask for each of the others.</summary>
    /// <param name="text">What the family was read from.</param>
    /// <param name="room">Where to; as long as the family.</param>
    public void Write(ReadOnlySpan<char> text, Span<char> room)
    {
        text[..Told].CopyTo(room);
        room.Slice(Told, Masked).Fill(Mask);
    }
}
