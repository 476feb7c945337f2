using System.Globalization;
using System.Text;

namespace KbApi.Cli.Export.Files;

/// <summary>Names of files that any file system and any host can serve. <c>static-search.js</c> makes the same.</summary>
internal static class StaticPath
{
    private const int LongestSegment = 120;
    private const uint HashOffset = 2166136261;
    private const uint HashPrime = 16777619;

    /// <summary>An id as the path of a file: ASCII letters, digits, hyphens, underscores and dots stay, all else is written as <c>~</c> and its code.</summary>
    public static string Of(string id) => string.Join('/', id.Split('/').Select(Segment));

    /// <summary>A small number that stands for a text (FNV-1a over UTF-16).</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = HashOffset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * HashPrime;
        }

        return hash;
    }

    private static string Segment(string segment)
    {
        var name = new StringBuilder(segment.Length);
        foreach (var c in segment)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && name.Length > 0))
            {
                name.Append(c);
            }
            else
            {
                name.Append(CultureInfo.InvariantCulture, $"~{(int)c:x}");
            }
        }

        return name.Length == 0 ? "~" : name.Length <= LongestSegment ? name.ToString() : $"{name.ToString(0, LongestSegment)}~{Hash(segment):x8}";
    }
}
