using System.Buffers;
using System.Collections.Immutable;

namespace KbApi.Rules.Redaction;

/// <summary>Knows keys and tokens by what they look like: a known beginning, or a long word of letters, digits and signs as no language has it.</summary>
internal static class KeyShape
{
    /// <summary>No word of fewer characters is a key.</summary>
    public const int FewestCharsOfAny = 15;

    /// <summary>A word of fewer characters is known by its beginning only.</summary>
    private const int FewestChars = 24;
    private const int FewestHexDigits = 32;
    private const int FewestCharsBehindPrefix = 12;
    private const int CharsOfGuid = 36;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly ImmutableArray<string> Prefixes =
        ["eyJ", "ghp_", "gho_", "ghs_", "github_pat_", "sk-", "sk_live_", "sk_test_", "xoxb-", "xoxp-", "AKIA", "ASIA", "AIza", "glpat-", "npm_"];

    public static bool IsKey(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length >= prefix.Length + FewestCharsBehindPrefix && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return word.Length >= FewestChars && (IsMixed(word) || IsHexKey(word)) && !(word.Length == CharsOfGuid && Guid.TryParseExact(word, "D", out _));
    }

    /// <summary>Letters of both cases and digits change places more often than in words and names. A path has words between its slashes.</summary>
    private static bool IsMixed(ReadOnlySpan<char> word)
    {
        var (upper, lower, digits, changes, numbers) = (0, 0, 0, 0, 0);
        var before = 0;
        foreach (var c in word)
        {
            var kind = KindOf(c);
            if (kind < 0)
            {
                return false;
            }

            upper += kind == 1 ? 1 : 0;
            lower += kind == 2 ? 1 : 0;
            digits += kind == 3 ? 1 : 0;
            changes += kind != before && kind != 0 && before != 0 ? 1 : 0;
            numbers += (kind == 3) != (before == 3) ? 1 : 0;
            before = kind;
        }

        var letters = upper >= 3 && lower >= 3;
        // Base64 that is padded is no word, whatever it looks like.
        return letters && (word[^1] == '=' || (digits >= 3 && numbers >= 5) || (changes * 20 >= word.Length * 7 && (digits > 0 || changes * 20 >= word.Length * 9)));
    }

    /// <summary>1 for a capital, 2 for a small letter, 3 for a digit, 0 for a sign that keys have, -1 for others.</summary>
    private static int KindOf(char c) =>
        char.IsAsciiLetterUpper(c) ? 1 : char.IsAsciiLetterLower(c) ? 2 : char.IsAsciiDigit(c) ? 3 : c is '+' or '/' or '=' or '-' or '_' or '.' or '~' ? 0 : -1;

    private static bool IsHexKey(ReadOnlySpan<char> word) =>
        word.Length >= FewestHexDigits && !word.ContainsAnyExcept(HexDigits) && word.ContainsAnyExceptInRange('0', '9') && word.ContainsAnyInRange('0', '9');
}
