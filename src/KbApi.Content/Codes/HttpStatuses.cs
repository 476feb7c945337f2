using System.Collections.Frozen;
using System.Globalization;

namespace KbApi.Content.Codes;

/// <summary>What statuses of HTTP that tell of errors are called. Source: the HTTP Status Code Registry of IANA (RFC 9110, 16.2).</summary>
internal static class HttpStatuses
{
    private const int Digits = 3;
    private const string Protocol = "HTTP";
    private const string StatusWord = " status";

    private static readonly FrozenDictionary<int, string> ReasonPhrases = new Dictionary<int, string>
    {
        [400] = "Bad Request",
        [401] = "Unauthorized",
        [402] = "Payment Required",
        [403] = "Forbidden",
        [404] = "Not Found",
        [405] = "Method Not Allowed",
        [406] = "Not Acceptable",
        [407] = "Proxy Authentication Required",
        [408] = "Request Timeout",
        [409] = "Conflict",
        [410] = "Gone",
        [411] = "Length Required",
        [412] = "Precondition Failed",
        [413] = "Content Too Large",
        [414] = "URI Too Long",
        [415] = "Unsupported Media Type",
        [416] = "Range Not Satisfiable",
        [417] = "Expectation Failed",
        [421] = "Misdirected Request",
        [422] = "Unprocessable Content",
        [423] = "Locked",
        [424] = "Failed Dependency",
        [425] = "Too Early",
        [426] = "Upgrade Required",
        [428] = "Precondition Required",
        [429] = "Too Many Requests",
        [431] = "Request Header Fields Too Large",
        [451] = "Unavailable For Legal Reasons",
        [500] = "Internal Server Error",
        [501] = "Not Implemented",
        [502] = "Bad Gateway",
        [503] = "Service Unavailable",
        [504] = "Gateway Timeout",
        [505] = "HTTP Version Not Supported",
        [506] = "Variant Also Negotiates",
        [507] = "Insufficient Storage",
        [508] = "Loop Detected",
        [511] = "Network Authentication Required",
    }.ToFrozenDictionary();

    /// <summary>What statuses are called that tell that all is well, or where to go on.</summary>
    private static readonly string[] SuccessPhrases =
        ["OK", "Created", "Accepted", "No Content", "Reset Content", "Partial Content", "Multi-Status", "Continue", "Switching Protocols", "Multiple Choices", "Moved Permanently", "Found", "See Other", "Not Modified", "Temporary Redirect", "Permanent Redirect"];

    /// <summary>Whether a number has the form of a status below 400: <c>204</c>.</summary>
    public static bool IsBelowErrors(ReadOnlySpan<char> code) => code is [>= '1' and <= '3', '0', >= '0' and <= '9'];

    /// <summary>Whether a number is a status, of success or of an error, and none that others than servers count with: <c>213</c>, <c>972</c>.</summary>
    public static bool IsStatus(ReadOnlySpan<char> code) =>
        IsBelowErrors(code) || (code.Length == Digits && IsNumber(code) && ReasonPhrases.ContainsKey(int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture)));

    /// <summary>Whether a text begins with what a status is called that tells that all is well: <c>OK, the order was placed</c>.</summary>
    public static bool OpensWithSuccess(ReadOnlySpan<char> text)
    {
        foreach (var phrase in SuccessPhrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length || !Word.IsPart(text[phrase.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text names a status that tells of an error anywhere: <c>HTTP 503</c>, <c>Getting a 502 Bad Gateway</c>.</summary>
    public static bool IsNamedIn(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length && text[from..].IndexOfAny('4', '5') is >= 0 and var next; from++)
        {
            from += next;
            if ((from == 0 || !Word.IsPart(text[from - 1])) && IsNamedAt(text, from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number that begins somewhere has <c>HTTP</c> before it, or behind it what that status is called or that it is one.</summary>
    public static bool IsNamedAt(ReadOnlySpan<char> text, int start) =>
        Opens(text[start..]) || (IsNumber(text[start..]) && (FollowsProtocol(text[..start]) || text[(start + Digits)..].StartsWith(StatusWord, StringComparison.OrdinalIgnoreCase)));

    private static bool FollowsProtocol(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd(' ');
        return words.Length < before.Length && words.EndsWith(Protocol, StringComparison.OrdinalIgnoreCase)
            && (words.Length == Protocol.Length || !Word.IsPart(words[^(Protocol.Length + 1)]));
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', ..] && (text.Length == Digits || !Word.IsPart(text[Digits]));

    /// <summary>Whether a text begins with a status that tells of an error, and goes on: <c>404 on the start page</c>.</summary>
    public static bool OpensWithError(ReadOnlySpan<char> text) =>
        IsNumber(text) && text[Digits..] is [' ', var next, ..] && char.IsLetter(next) && IsStatus(text[..Digits]);

    /// <summary>Whether a text begins with a status and what it is called, or how what it is called ends: <c>406 Not Acceptable</c>, <c>407 Authentication Required</c>.</summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        if (text is not ['4' or '5', _, _, ' ' or ':', ..] || !int.TryParse(text[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return false;
        }

        var name = text[Digits..].TrimStart(": ");
        var phrase = ReasonPhrases.GetValueOrDefault(status, "").AsSpan();
        while (!phrase.IsEmpty && !name.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
        {
            // One word alone tells too little: "Required".
            var rest = phrase[(phrase.IndexOf(' ') + 1)..];
            phrase = rest.Contains(' ') ? rest : [];
        }

        return !phrase.IsEmpty;
    }
}
