using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Finds what must not be kept. Linear in the text.</summary>
internal static class SecretFinder
{
    private const int FewestSecretChars = 24;
    private const int MostAddressChars = 254;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"'<>()[]{},;|&`\u201C\u201D");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> AddressChars = SearchValues.Create("0123456789abcdefABCDEF.:%");
    private static readonly SearchValues<char> PartEnds = SearchValues.Create("=:/\\?");
    private static readonly ImmutableArray<string> KeyPrefixes = ["eyJ", "ghp_", "gho_", "ghs_", "github_pat_", "sk-", "sk_live_", "sk_test_", "xoxb-", "xoxp-", "AKIA", "ASIA", "AIza", "glpat-", "npm_"];
    private static readonly ImmutableArray<string> InternalSuffixes = [".local", ".corp", ".internal", ".lan", ".intra"];

    public static IEnumerable<(TextSpan Span, RedactionKind Kind)> Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith("-----BEGIN ", StringComparison.Ordinal))
            {
                var end = PemEnd(text, i);
                yield return (TextSpan.FromBounds(i, end), RedactionKind.Secret);
                i = end;
                continue;
            }

            if (ValueEnds.Contains(text[i]))
            {
                i++;
                continue;
            }

            var length = text.AsSpan(i).IndexOfAny(ValueEnds);
            var wordEnd = length < 0 ? text.Length : i + length;
            if (LabelledValue.TryRead(text, i, wordEnd) is { } labelled)
            {
                yield return labelled;
                i = labelled.Span.End;
                continue;
            }

            foreach (var found in InWord(text, i, wordEnd))
            {
                yield return found;
            }

            i = wordEnd;
        }
    }

    private static IEnumerable<(TextSpan Span, RedactionKind Kind)> InWord(string text, int start, int end)
    {
        // Where words are joined by '=', ':' or '/', each part is looked at by itself, too.
        if (Whole(text, start, end) is { } whole)
        {
            yield return whole;
            yield break;
        }

        for (var i = start; i < end;)
        {
            var next = text.AsSpan(i, end - i).IndexOfAny(PartEnds);
            var partEnd = next < 0 ? end : i + next;
            if ((i > start || partEnd < end) && partEnd > i && Whole(text, i, partEnd) is { } part)
            {
                yield return part;
            }

            i = partEnd + 1;
        }
    }

    private static (TextSpan Span, RedactionKind Kind)? Whole(string text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ':' or '!' or '?')
        {
            end--;
        }

        var word = text.AsSpan(start, end - start);
        if (word.Length < 3)
        {
            return null;
        }

        var span = TextSpan.FromBounds(start, end);
        if (IsMailAddress(word))
        {
            return (span, RedactionKind.Email);
        }

        if (IsAddress(word))
        {
            return (span, RedactionKind.IPAddress);
        }

        if (IsMachine(text, start, word))
        {
            return (span, RedactionKind.Machine);
        }

        return IsSecret(word) ? (span, RedactionKind.Secret) : null;
    }

    private static bool IsMailAddress(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('@');
        return at > 0 && word.Length <= MostAddressChars && at == word.LastIndexOf('@') && word[(at + 1)..].IndexOf('.') > 0
            && !word.ContainsAny(PartEnds) && char.IsLetterOrDigit(word[0]) && char.IsLetter(word[^1]);
    }

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length > 45 || !word.ContainsAny(".:") || word.ContainsAnyExcept(AddressChars))
        {
            return false;
        }

        return word.Contains(':')
            ? word.Count(':') >= 2 && word.ContainsAny(HexDigits) && HasHexGroups(word) && IPAddress.TryParse(word, out _)
            : word.Count('.') == 3 && IPAddress.TryParse(word, out _);
    }

    /// <summary>A time of day looks like groups, too.</summary>
    private static bool HasHexGroups(ReadOnlySpan<char> word) => word.Contains("::", StringComparison.Ordinal) || word.Count(':') >= 5;

    private static bool IsMachine(string text, int start, ReadOnlySpan<char> word)
    {
        if (start >= 2 && text[start - 1] == '\\' && text[start - 2] == '\\' && (start < 3 || text[start - 3] is not ('\\' or ':')))
        {
            return true;
        }

        foreach (var suffix in InternalSuffixes)
        {
            if (word.Length > suffix.Length + 1 && word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && !word.ContainsAny(PartEnds))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A known key prefix, or a long word of letters, digits and signs as no language has it.</summary>
    private static bool IsSecret(ReadOnlySpan<char> word)
    {
        foreach (var prefix in KeyPrefixes)
        {
            if (word.Length >= prefix.Length + 12 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        if (word.Length < FewestSecretChars || word.Length > 4096 || Guid.TryParse(word, out _))
        {
            return false;
        }

        var (upper, lower, digits, changes) = (0, 0, 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '=' or '-' or '_' or '.' or '~'))
            {
                return false;
            }

            upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
            lower += char.IsAsciiLetterLower(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            changes += i > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(word[i - 1]) ? 1 : 0;
        }

        var isMixed = upper >= 3 && lower >= 3 && digits >= 3 && changes >= 5;
        var isHex = word.Length >= 32 && digits >= 6 && changes >= 8 && !word.ContainsAnyExcept(HexDigits);
        return isMixed || isHex;
    }

    private static int PemEnd(string text, int start)
    {
        var end = text.IndexOf("-----END ", start, StringComparison.Ordinal);
        var line = end < 0 ? -1 : text.IndexOf("-----", end + 9, StringComparison.Ordinal);
        return line < 0 ? text.Length : line + 5;
    }
}
