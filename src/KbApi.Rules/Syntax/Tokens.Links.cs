namespace KbApi.Rules.Syntax;

/// <content>Links and addresses.</content>
internal static partial class Tokens
{
    /// <summary>Addresses of hosts, without the path of documentation pages: what a program connects to.</summary>
    public static IEnumerable<string> Endpoints(string text)
    {
        for (var at = text.IndexOf("https://", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("https://", at + 8, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + 8;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            {
                end++;
            }

            var isBare = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '<' or '`';
            if (isBare && end > at + 8)
            {
                yield return text[at..end].TrimEnd('.');
            }
        }
    }

    /// <summary>Whether a place lies in the target of an inline link.</summary>
    public static bool IsInLink(string text, int position)
    {
        var open = text.LastIndexOf("](", position, StringComparison.Ordinal);
        return open >= 0 && text.IndexOf(')', open) is var close && (close < 0 || close > position);
    }

    /// <summary>The targets of inline links; pictures are none.</summary>
    public static IEnumerable<string> LinkTargets(string text)
    {
        for (var at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            var open = text.LastIndexOf('[', at);
            var close = text.IndexOf(')', at);
            if (close > 0 && !(open > 0 && text[open - 1] == '!'))
            {
                yield return text[(at + 2)..close];
            }
        }
    }

    /// <summary>Whether a place lies in an address or a path.</summary>
    public static bool IsInAddress(string text, int start)
    {
        var blank = text.LastIndexOfAny([' ', '(', '|', '<', '`'], Math.Max(0, start - 1));
        var before = text.AsSpan(blank + 1, Math.Max(0, start - blank - 1));
        return before.ContainsAny('/', '#', '.');
    }
}
