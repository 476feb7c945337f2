using System.Buffers;
using System.Net;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Finds IP addresses of both versions in a word.</summary>
internal static class NetworkAddress
{
    private const int MostChars = 45;
    private const int Octets = 4;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> GroupChars = SearchValues.Create("0123456789abcdefABCDEF.:");

    /// <summary>Finds four numbers of up to 255 with dots between, and no fifth.</summary>
    public static TextSpan? TryFindOctets(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        for (var i = 0; i < word.Length;)
        {
            var next = word[i..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return null;
            }

            i += next;
            var length = LengthOfNumbers(word[i..], out var octets);
            var isPart = i > 0 && (char.IsAsciiLetter(word[i - 1]) || word[i - 1] is '.' or '_');
            if (octets == Octets && !isPart)
            {
                return new TextSpan(start + i, length);
            }

            i += length;
        }

        return null;
    }

    /// <summary>How long the numbers with dots are, and how many they are; -1 where one is too large.</summary>
    private static int LengthOfNumbers(ReadOnlySpan<char> word, out int octets)
    {
        var i = 0;
        octets = 0;
        while (true)
        {
            var digits = i;
            var value = 0;
            while (i < word.Length && char.IsAsciiDigit(word[i]))
            {
                value = Math.Min((value * 10) + word[i] - '0', 1000);
                i++;
            }

            octets = octets < 0 || value > byte.MaxValue || i - digits > 3 ? -1 : octets + 1;
            if (i + 1 >= word.Length || word[i] != '.' || !char.IsAsciiDigit(word[i + 1]))
            {
                return i;
            }

            i++;
        }
    }

    /// <summary>Finds groups of hexadecimal digits with colons between. A time of day looks like groups, too.</summary>
    public static TextSpan? TryFindGroups(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        for (var i = 0; i < word.Length;)
        {
            var next = word[i..].IndexOfAny(GroupChars);
            if (next < 0)
            {
                return null;
            }

            i += next;
            var length = word[i..].IndexOfAnyExcept(GroupChars);
            var groupsEnd = length < 0 ? word.Length : i + length;
            if (TryParse(word, i, groupsEnd) is { } found)
            {
                return new TextSpan(start + found.Start, found.Length);
            }

            i = groupsEnd;
        }

        return null;
    }

    private static TextSpan? TryParse(ReadOnlySpan<char> word, int start, int end)
    {
        // A single colon separates the address from what stands before or behind it.
        if (word[start] == ':' && start + 1 < end && word[start + 1] != ':')
        {
            start++;
        }

        while (end > start && (word[end - 1] == '.' || (word[end - 1] == ':' && (end - 2 < start || word[end - 2] != ':'))))
        {
            end--;
        }

        var address = word[start..end];
        var isPart = start > 0 && char.IsAsciiLetterOrDigit(word[start - 1]) && word[start] != ':';
        if (address.Length > MostChars || isPart || !address.ContainsAny(HexDigits) || !(address.Contains("::", StringComparison.Ordinal) || address.Count(':') >= 5) || !IPAddress.TryParse(address, out _))
        {
            return null;
        }

        // The zone behind a percent sign names a network adapter.
        if (end + 1 < word.Length && word[end] == '%')
        {
            end++;
            while (end < word.Length && char.IsAsciiLetterOrDigit(word[end]))
            {
                end++;
            }
        }

        return TextSpan.FromBounds(start, end);
    }
}
