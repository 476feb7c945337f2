using System.Net;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Finds a mail address or a user principal name in a word.</summary>
internal static class MailAddress
{
    private const int MostLocalChars = 256;
    private const string NotInAddress = "@=:/\\?";

    public static TextSpan? TryFind(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        for (var at = word.IndexOf('@'); at >= 0;)
        {
            if (TryFindAround(text, word, at, start) is { } found)
            {
                return found;
            }

            var next = word[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    private static TextSpan? TryFindAround(string text, ReadOnlySpan<char> word, int at, int start)
    {
        var from = at;
        while (from > 0 && at - from < MostLocalChars && !NotInAddress.Contains(word[from - 1], StringComparison.Ordinal) && !Ideographs.Contains(word[from - 1]))
        {
            from--;
        }

        var to = at + 1;
        while (to < word.Length && to - at < MostLocalChars && (char.IsLetterOrDigit(word[to]) || word[to] is '.' or '-' or '_') && !Ideographs.Contains(word[to]))
        {
            to++;
        }

        while (to > at + 1 && !char.IsLetterOrDigit(word[to - 1]))
        {
            to--;
        }

        return from < at && IsDomain(word[(at + 1)..to]) ? TextSpan.FromBounds(BeginningOf(text, start + from, start), start + to) : null;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain) => domain.IndexOf('.') > 0 && (char.IsLetter(domain[^1]) || IPAddress.TryParse(domain, out _));

    /// <summary>An apostrophe ends a word, but not a name: <c>o'hara@contoso.com</c>.</summary>
    private static int BeginningOf(string text, int start, int wordStart)
    {
        if (start != wordStart || start < 2 || text[start - 1] != '\'' || !char.IsLetter(text[start - 2]))
        {
            return start;
        }

        var from = start - 1;
        while (from > 0 && start - from < MostLocalChars && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-' or '_'))
        {
            from--;
        }

        return from;
    }
}
