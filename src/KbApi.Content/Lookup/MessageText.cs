using System.Net;
using System.Text;

namespace KbApi.Content.Lookup;

/// <summary>What stays the same of a message when it is copied, quoted, escaped or typed.</summary>
internal static class MessageText
{
    /// <summary>The text in lower case, its words with single blanks between them, without quotes, escapes and the full stop at its end.</summary>
    public static string Normalize(string text)
    {
        var plain = WebUtility.HtmlDecode(text).Normalize(NormalizationForm.FormKC);
        var result = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c == '\\' && i + 1 < plain.Length && plain[i + 1] is '"' or '\'' or 'n' or 'r' or 't' or '\\' or '/')
            {
                i++;
                c = plain[i] is 'n' or 'r' or 't' ? ' ' : plain[i];
            }

            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (!IsQuote(c))
            {
                result.Append(c is '\u2013' or '\u2014' or '\u2212' ? '-' : char.ToLowerInvariant(c));
            }
        }

        return result.ToString().Trim(' ', '.', '\u3002');
    }

    private static bool IsQuote(char c) =>
        c is '"' or '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201A' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
}
