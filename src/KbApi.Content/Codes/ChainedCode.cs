namespace KbApi.Content.Codes;

/// <summary>
/// Codes whose family has several names before the number: <c>ACM-E-PUMP-001</c>. Ciphers are called so, too (<c>TLS-AES-256</c>); the names of algorithms in
/// them tell.
/// </summary>
internal static class ChainedCode
{
    private const int MinNames = 2;
    private const int MaxNames = 5;
    private const int MaxNameLength = 16;
    private const int MinDigits = 2;
    private const int MaxDigits = 6;

    /// <summary>The code that begins with a word, or null. Models of devices have the form as well, but for a zero before their number or the letter for an error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The first name.</param>
    /// <param name="isExpected">Whether codes stand here: then any number does.</param>
    public static CodeMatch? TryRead(ReadOnlySpan<char> text, Word word, bool isExpected)
    {
        if (word.Start > 0 && text[word.Start - 1] is '-' or '.' or '/' or '\\' or '$' or '%')
        {
            return null;
        }

        var start = word.Start;
        var hasLevel = false;
        for (var names = 0; names <= MaxNames; names++)
        {
            var token = text.Slice(word.Start, word.Length);
            if (names >= MinNames && IsNumber(token))
            {
                return (isExpected || hasLevel || token[0] == '0') && !GoesOn(text, word.End)
                    ? new CodeMatch(new ErrorCode(BuiltInSchemes.Prefixed, text[start..word.End].ToString()), start, word.End - start)
                    : null;
            }

            if (!IsName(token) || word.End + 1 >= text.Length || text[word.End] != '-')
            {
                return null;
            }

            hasLevel |= names > 0 && token is "E" or "W" or "ERR" or "ERROR" or "WARN";
            word = Word.At(text, word.End + 1);
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> token) =>
        token.Length is > 0 and <= MaxNameLength && !token.ContainsAnyExceptInRange('A', 'Z') && !Standards.IsName(token);

    private static bool IsNumber(ReadOnlySpan<char> token) => token.Length is >= MinDigits and <= MaxDigits && !token.ContainsAnyExceptInRange('0', '9');

    private static bool GoesOn(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] is '-' or '.' or '/' && Word.IsPart(text[end + 1]);
}
