using System.Collections.Frozen;
using System.Globalization;

namespace KbApi.Content.Codes;

/// <summary>What statuses of HTTP that tell of errors are called. Source: the HTTP Status Code Registry of IANA (RFC 9110, 16.2).</summary>
internal static class HttpStatuses
{
    private const int Digits = 3;
    private const string Protocol = "HTTP";

    /// <summary>The word is the same in many languages, with compounds and plurals of its own: <c>statuskod</c>.</summary>
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

    private static readonly FrozenDictionary<int, string> SuccessPhrases = new Dictionary<int, string>
    {
        [100] = "Continue",
        [101] = "Switching Protocols",
        [200] = "OK",
        [201] = "Created",
        [202] = "Accepted",
        [203] = "Non-Authoritative Information",
        [204] = "No Content",
        [205] = "Reset Content",
        [206] = "Partial Content",
        [207] = "Multi-Status",
        [208] = "Already Reported",
        [300] = "Multiple Choices",
        [301] = "Moved Permanently",
        [302] = "Found",
        [303] = "See Other",
        [304] = "Not Modified",
        [307] = "Temporary Redirect",
        [308] = "Permanent Redirect",
    }.ToFrozenDictionary();

    /// <summary>Whether a number has the form of a status below 400: <c>204</c>.</summary>
    public static bool IsBelowErrors(ReadOnlySpan<char> code) => code is [>= '1' and <= '3', '0', >= '0' and <= '9'];

    /// <summary>Whether a number is a status, of success or of an error, and none that others than servers count with: <c>213</c>, <c>972</c>.</summary>
    public static bool IsStatus(ReadOnlySpan<char> code) =>
        IsBelowErrors(code) || (IsErrorNumber(code) && ReasonPhrases.ContainsKey(int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture)));

    /// <summary>Whether a number is one of those with which servers answer what fails, known or not: <c>404</c>, <c>460</c>.</summary>
    public static bool IsErrorNumber(ReadOnlySpan<char> code) => code.Length == Digits && IsNumber(code);

    /// <summary>Whether a text is what a status below 400 is called, or begins with it and a sign: <c>200</c> and <c>OK, the order was placed</c>.</summary>
    public static bool IsCalledSuccess(ReadOnlySpan<char> code, ReadOnlySpan<char> text) =>
        code.Length == Digits && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && SuccessPhrases.TryGetValue(status, out var phrase)
        && text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && text[phrase.Length..].TrimStart() is var rest && (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]));

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

    /// <summary>Whether a text begins with a status that tells of an error, and goes on: <c>404 on the start page</c>.</summary>
    public static bool OpensWithError(ReadOnlySpan<char> text) =>
        IsNumber(text) && text[Digits..] is [' ', var next, ..] && char.IsLetter(next) && IsStatus(text[..Digits]);

    private static bool FollowsProtocol(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd(' ');
        return words.Length < before.Length && words.EndsWith(Protocol, StringComparison.OrdinalIgnoreCase)
            && (words.Length == Protocol.Length || !Word.IsPart(words[^(Protocol.Length + 1)]));
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9', ..] && (text.Length == Digits || !Word.IsPart(text[Digits]));

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
