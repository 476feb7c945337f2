using System.Buffers;

namespace KbApi.Content.Codes;

/// <summary>Hexadecimal numbers whose <c>0x</c> nobody wrote.</summary>
internal static class HexWord
{
    /// <summary>The digits.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Eight hexadecimal digits that begin like a failure and are not all letters.</summary>
    public static bool IsBare(ReadOnlySpan<char> token) =>
        token.Length == 8 && token[0] is '8' or 'C' && !token.ContainsAnyExcept(Digits)
        && token.ContainsAnyInRange('0', '9') && token.ContainsAnyExceptInRange('0', '9');

    /// <summary>Hexadecimal digits without <c>0x</c> behind <c>hr</c>, also where one was lost or doubled; or null.</summary>
    public static CodeMatch? BehindHResult(ReadOnlySpan<char> text, Word word)
    {
        var token = text.Slice(word.Start, word.Length);
        if (token.Length is < 6 or > 9 || token.ContainsAnyExcept(Digits) || !CodeIntroduction.FollowsHResult(text, word.Start))
        {
            return null;
        }

        var code = token.Length == 8 ? HexCode.FromDigits(token) : new ErrorCode(BuiltInSchemes.HResult, token.ToString().ToUpperInvariant());
        return new CodeMatch(code, word.Start, word.Length);
    }
}
