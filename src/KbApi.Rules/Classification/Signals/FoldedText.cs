namespace KbApi.Rules.Classification.Signals;

/// <summary>Texts with characters of other widths made alike, place by place: full-width letters and digits, and digits of other scripts.</summary>
internal static class FoldedText
{
    /// <summary>A text of the same length.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF')
        ? string.Create(text.Length, text, static (folded, source) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Fold(source[i]);
            }
        })
        : text;

    private static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2212' or '\u2010' or '\u2011' => '-',
        '\u00A0' => ' ',
        > '\u007F' when char.IsDigit(c) => (char)('0' + char.GetNumericValue(c)),
        _ => c,
    };
}
