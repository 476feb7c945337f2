using System.Buffers;
using System.Collections.Frozen;

namespace KbApi.Rules.Templates;

/// <summary>Knows what a run of characters without blanks is a value of: an address, a path, a time, …</summary>
internal static class ChunkShape
{
    private const int CharsOfGuid = 36;
    private const int MostPathWords = 3;

    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789.:/\\@-");
    private static readonly SearchValues<char> HexAndColons = SearchValues.Create("0123456789abcdefABCDEF:");
    private static readonly SearchValues<char> HostChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n\"'<>`\u201C\u201D");
    private static readonly FrozenSet<string> TopLevel = FrozenSet.Create(StringComparer.Ordinal, "com", "org", "local", "corp", "internal", "lan", "intra", "edu", "gov");
    private static readonly FrozenSet<string> CountriesAndWords = FrozenSet.Create(
        StringComparer.Ordinal, "net", "io", "se", "de", "fr", "no", "dk", "fi", "nl", "uk", "us", "eu", "jp", "cn", "kr", "it", "es", "pl", "pt", "br", "ch", "at", "be", "cloud", "dev", "app");

    /// <summary>What a run is, and how long; an empty placeholder where it is none of that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run begins.</param>
    /// <param name="end">Where it ends, without punctuation.</param>
    /// <param name="limit">Where the text to look at ends.</param>
    public static (string Placeholder, int Length) Of(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var chunk = text[start..end];
        if (!chunk.ContainsAny(Signs))
        {
            return ("", 0);
        }

        if (chunk.Length >= CharsOfGuid && chunk[8] == '-' && Guid.TryParseExact(chunk[..CharsOfGuid], "D", out _) && (chunk.Length == CharsOfGuid || !TemplateChars.IsPart(chunk[CharsOfGuid])))
        {
            return (Placeholder.Guid, CharsOfGuid);
        }

        if (chunk.IndexOf("://") > 0)
        {
            var length = text[start..limit].IndexOfAny(UrlEnds);
            return (Placeholder.Url, length < 0 ? limit - start : length);
        }

        if (chunk.IndexOf('@') is > 0 and var at && chunk[at..].IndexOf('.') > 1 && char.IsLetter(chunk[^1]))
        {
            return (Placeholder.Mail, chunk.Length);
        }

        if (chunk.Contains('\\') || (chunk.Length > 2 && chunk[1] == ':' && chunk[2] == '/'))
        {
            return OfBackslashes(text, start, end, limit);
        }

        if (char.IsAsciiDigit(chunk[0]))
        {
            if (TimeShape.LengthAt(text[..limit], start) is > 0 and var time)
            {
                return (Placeholder.Time, time);
            }

            if (OctetsLength(chunk) is > 0 and var octets)
            {
                return (Placeholder.Address, octets);
            }
        }

        return IsGroups(chunk) ? (Placeholder.Address, chunk.Length)
            : IsSlashPath(chunk) ? (Placeholder.Path, chunk.Length)
            : HostLength(chunk) is > 0 and var host ? (Placeholder.Host, host)
            : ("", 0);
    }

    /// <summary>A path of drives or shares, or an account behind its domain.</summary>
    private static (string Placeholder, int Length) OfBackslashes(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var chunk = text[start..end];
        var isDrive = chunk.Length > 2 && char.IsAsciiLetter(chunk[0]) && chunk[1] == ':' && chunk[2] is '\\' or '/';
        if (isDrive)
        {
            return (Placeholder.Path, PathEnd(text, end, limit) - start);
        }

        var first = chunk.IndexOf('\\');
        var isAccount = first > 1 && first < chunk.Length - 1 && chunk[(first + 1)..].IndexOf('\\') < 0;
        return isAccount ? (Placeholder.User, chunk.Length) : chunk.Count('\\') > 1 || first == 0 ? (Placeholder.Path, chunk.Length) : ("", 0);
    }

    /// <summary>Where a path ends whose folders may have names of several words: a few words on the same line, and then another backslash.</summary>
    private static int PathEnd(ReadOnlySpan<char> text, int end, int limit)
    {
        while (true)
        {
            var i = end;
            var words = 0;
            while (i < limit && words <= MostPathWords && (TemplateChars.IsPart(text[i]) || text[i] is ' ' or '.' or '-' or '(' or ')' or '&' or '+'))
            {
                words += text[i] == ' ' ? 1 : 0;
                i++;
            }

            if (i >= limit || text[i] != '\\' || words > MostPathWords || i == end)
            {
                return end;
            }

            end = TemplateChars.ChunkEnd(text, i, limit);
        }
    }

    /// <summary>Folders with slashes between: from the root, or at least three of them that words would not be joined like.</summary>
    private static bool IsSlashPath(ReadOnlySpan<char> chunk)
    {
        var slashes = chunk.Count('/');
        return chunk[0] is '/' or '~'
            ? chunk.Length > 2 && chunk[1] != '/' && (slashes > 1 || chunk.Contains('.'))
            : slashes > 1 && (chunk.ContainsAnyInRange('0', '9') || chunk.Contains('.'));
    }

    private static int OctetsLength(ReadOnlySpan<char> chunk)
    {
        var (octets, digits, value, i) = (0, 0, 0, 0);
        for (; i <= chunk.Length; i++)
        {
            if (i < chunk.Length && char.IsAsciiDigit(chunk[i]))
            {
                digits++;
                value = (value * 10) + chunk[i] - '0';
                if (digits > 3 || value > byte.MaxValue)
                {
                    return 0;
                }
            }
            else
            {
                octets += digits > 0 ? 1 : 0;
                if (i == chunk.Length || chunk[i] != '.' || i + 1 >= chunk.Length || !char.IsAsciiDigit(chunk[i + 1]))
                {
                    break;
                }

                (digits, value) = (0, 0);
            }
        }

        return octets == 4 && (i == chunk.Length || !TemplateChars.IsPart(chunk[i])) ? i : 0;
    }

    /// <summary>Hexadecimal groups with colons or hyphens between: addresses of version 6 and of hardware.</summary>
    private static bool IsGroups(ReadOnlySpan<char> chunk)
    {
        const int CharsOfHardware = 17;
        if (chunk.Length == CharsOfHardware && chunk[2] is ':' or '-' && chunk.Count(chunk[2]) == 5)
        {
            for (var i = 0; i < chunk.Length; i++)
            {
                if (i % 3 == 2 ? chunk[i] != chunk[2] : !char.IsAsciiHexDigit(chunk[i]))
                {
                    return false;
                }
            }

            return true;
        }

        var zone = chunk.IndexOf('%');
        var address = zone > 0 ? chunk[..zone] : chunk;
        return address.Count(':') >= 2 && !address.ContainsAnyExcept(HexAndColons) && address.ContainsAnyInRange('0', '9') && System.Net.IPAddress.TryParse(address, out _);
    }

    /// <summary>The length of a name of a host with its domain, in small letters: <c>srv01.contoso.com</c>, not <c>System.IO</c> and not <c>app.config</c>.</summary>
    private static int HostLength(ReadOnlySpan<char> chunk)
    {
        var end = chunk.IndexOfAnyExcept(HostChars);
        end = end < 0 ? chunk.Length : end;
        var host = chunk[..end];
        var last = host.LastIndexOf('.');
        if (last <= 0 || (end < chunk.Length && chunk[end] != ':' && chunk[end] != '/') || host.IndexOf("..") >= 0 || host[0] is '.' or '-')
        {
            return 0;
        }

        var domain = host[(last + 1)..];
        return TopLevel.GetAlternateLookup<ReadOnlySpan<char>>().Contains(domain)
            || (host.Count('.') > 1 && CountriesAndWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(domain)) ? end : 0;
    }
}
