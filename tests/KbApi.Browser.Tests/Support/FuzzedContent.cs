using System.Globalization;
using System.Net;

namespace KbApi.Browser.Tests.Support;

/// <summary>Vectors that nobody has written down: those of <see cref="HostileContent"/>, cut, joined, encoded and broken at random. The same every time; others with KB_EXPLORE.</summary>
internal static class FuzzedContent
{
    /// <summary>Documents, each with so few vectors that one that swallows the rest hides little.</summary>
    public const int Documents = 40;

    private const int VectorsInDocument = 4;
    private const int MostChanges = 4;
    private const int Seed = 20261128;

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "\"", "'", "`", "=", " ", "\t", "\n", "\n\n", "&", "&#x3c;", "&lt;", "&colon;", "&Tab;", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "|", "\\", "**", "](", ")[", "![", "<br>", "<p ", "<svg>",
        "</svg>", "<math>", "<style>", "</style>", "<noscript>", "<template>", "<table><td>", "<select>", "onerror=", "javascript:", "data:text/html,", "\u00A0", "\u2028", "\uFEFF", "\u202E", "```\n", "    ", "> ", "- ", "[x]: ",
    ];

    public static void WriteTo(TempFolder folder)
    {
        var random = new Random(Environment.GetEnvironmentVariable("KB_EXPLORE") is { Length: > 0 } ? Environment.TickCount : Seed);
        for (var i = 0; i < Documents; i++)
        {
            var blocks = Enumerable.Range(0, VectorsInDocument).Select(n => string.Create(CultureInfo.InvariantCulture, $"## HARM-{2000 + (i * VectorsInDocument) + n}: It fails\n\n{Vector(random)}\n\n| A | B |\n| --- | --- |\n| {Vector(random)} | x |\n\n"));
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"en-US/fuzz-{i}.md"), "# Fuzzed\n\n" + string.Concat(blocks));
        }
    }

    private static string Vector(Random random)
    {
        var text = Any(random, HostileContent.Vectors);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(6) switch
            {
                0 => text.Insert(at, Any(random, Pieces)),
                1 => text[..at] + Any(random, HostileContent.Vectors),
                2 => text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)),
                3 => text[..at] + WebUtility.HtmlEncode(text[at..]),
                4 => text.Insert(at, text[random.Next(at + 1)..at]),
                _ => string.Concat(text.Select(c => random.Next(2) == 0 ? char.ToUpperInvariant(c) : c)),
            };
        }

        return text;
    }

    private static string Any(Random random, IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
