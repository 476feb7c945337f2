using FsCheck;
using FsCheck.Fluent;

namespace KbApi.Content.Tests.Support;

/// <summary>A document that nobody would write: pieces of mark-up in any order.</summary>
/// <param name="Text">The document.</param>
public sealed record HostileText(string Text)
{
    public override string ToString() => Text;
}

/// <summary>A part of a real document with lines cut, doubled and swapped and pieces of mark-up put in.</summary>
/// <param name="Text">The document.</param>
public sealed record MutatedText(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Makes hostile documents for properties.</summary>
public static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "|", "| ", "|---|---|\n", "\n", "\r\n", "\r", "\n\n", "`", "``", "```\n", "~~~\n", "[", "]", "](", ")", "![", "](x.md#y)", "*", "**", "_", "<", ">", "<br>", "<br ><br >",
        "</br>", "</a>", "<a name=\"x\"></a>", "<a name='X'>", "<ul><li>", "</li></ul>", "<!--", "-->", "<?", "&nbsp;", "&#x0;", "&#xD800;", "&amp;", "&", "\0", "\uFEFF", "\u00A0", "\uD800",
        "\uDE00", "\U0001F600", "\\|", "\\", "\\\n", "  \n", "---\n", "---\r\n", "===\n", "# ", "## Event ID 31003\n", "### Cause\n", "### Resolution\n", "> ", ">", "> [!WARNING]\n", "- ", "1. ",
        "    ", "\t", "[a]: x\n", "[a]", "[a][b]", "| Error | Solution |\n| --- | --- |\n", "| Code | Name | Description |\n|-|-|-|\n", "| SSPR_0009 = 9 | Do it. |\n", "| 31001 | PasswordResetStart | x |\n",
        "**Resolution:** Do it.\n", "**", "0x80070005", "hr = 800700CE", "-2147024891", "SSPR_0009", "error 31003", "http://", "https://a.b/c?error=5 ", "24b8a985-2395-4c26-80ad-b406bd706283", "{#id}",
        "\u2028", "\u200B", "\u202E", "title: \"a\n", "a: [\n", "a: &b *b\n", "5 times in one hour", "TCP 443, 9350-9354", "up to 1 000 seconds. ", "\u201Cno such user\u201D", "Click it. ", "in this order:\n", "[x](#x)\n",
        "1. Click [x](#x).\n", "- **Name** what?\n", "contact support", "word ", "\u65E5\u672C\u8A9E\u3002",
    ];

    private static readonly Lazy<string[]> Lines = new(() =>
        [.. Directory.EnumerateFiles(Repository.Content, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(f => File.ReadAllText(f).Split('\n').Select(l => l + "\n"))]);

    public static Arbitrary<HostileText> OfPieces() =>
        Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => new HostileText(string.Concat(pieces))).ToArbitrary();

    public static Arbitrary<MutatedText> OfDocuments() =>
        (from start in Gen.Choose(0, Lines.Value.Length - 1)
         from count in Gen.Choose(1, 25)
         from changes in Changes().ListOf()
         select new MutatedText(Mutate([.. Lines.Value.Skip(start).Take(count)], changes))).ToArbitrary();

    private static Gen<(int Kind, int At, int Other, string Piece)> Changes() =>
        from kind in Gen.Choose(0, 4)
        from at in Gen.Choose(0, 100_000)
        from other in Gen.Choose(0, 100_000)
        from piece in Gen.Elements(Pieces)
        select (kind, at, other, piece);

    private static string Mutate(List<string> lines, IEnumerable<(int Kind, int At, int Other, string Piece)> changes)
    {
        foreach (var (kind, at, other, piece) in changes)
        {
            var line = at % lines.Count;
            var text = lines[line];
            switch (kind)
            {
                case 0 when text.Length > 0:
                    lines[line] = text[..(other % text.Length)];
                    break;
                case 1:
                    lines.Insert(other % lines.Count, text);
                    break;
                case 2:
                    (lines[line], lines[other % lines.Count]) = (lines[other % lines.Count], text);
                    break;
                case 3:
                    lines[line] = text.Insert(other % (text.Length + 1), piece);
                    break;
                case 4 when text.Length > 0:
                    lines[line] = text.Remove(other % text.Length, 1);
                    break;
            }
        }

        return string.Concat(lines);
    }
}
