using System.Text;

namespace KbApi.Content.Lexicons;

/// <summary>The form in which headers and labels are compared.</summary>
internal static class LabelText
{
    /// <summary>Lower case, one blank between words, no colon or full stop at the end, straight apostrophes.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (normal.Length > 0 && normal[^1] != ' ')
                {
                    normal.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)
            {
                normal.Append(c == '\u2019' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return normal.ToString().Trim(' ', ':', '.', '*', '\uFF1A', '?', '!');
    }

    /// <summary>The same without a number at the end, as in <c>Cause 2</c>.</summary>
    public static string NormalizeWithoutNumber(ReadOnlySpan<char> text) =>
        Normalize(Normalize(text).AsSpan().TrimEnd("0123456789#- "));
}
