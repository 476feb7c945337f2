using System.Globalization;
using System.Text;

namespace KbApi.Server.Documents;

/// <summary>Writes a text as CommonMark. What is mark-up by chance in the text is escaped.</summary>
internal static class MarkdownWriter
{
    private const string LineBreak = "  \n";

    public static string Write(ProseDocument document)
    {
        var text = new StringBuilder();
        ProseBlock? previous = null;
        foreach (var block in document.Blocks)
        {
            if (previous is not null)
            {
                text.Append(block.Continues(previous) ? "\n" : "\n\n");
            }

            text.Append(block.Kind switch
            {
                ProseKind.Title => "# " + OnOneLine(block.Text),
                ProseKind.Heading => "## " + OnOneLine(block.Text),
                ProseKind.Bullet => "- " + Lines(block.Text, "  "),
                ProseKind.Step => string.Create(CultureInfo.InvariantCulture, $"{block.Number}. ") + Lines(block.Text, "   "),
                ProseKind.Code => "- " + Code(block.Text),
                ProseKind.Link => $"- [{OnOneLine(block.Text)}]({block.Target.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})",
                _ => Lines(block.Text, ""),
            });
            previous = block;
        }

        return text.Append('\n').ToString();
    }

    private static string OnOneLine(string text) => Escape(text.Replace('\n', ' '));

    private static string Lines(string text, string indent)
    {
        var result = new StringBuilder();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            result.Append(result.Length == 0 ? "" : "\n\n" + indent);
            result.AppendJoin(LineBreak + indent, paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Escape));
        }

        return result.ToString();
    }

    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? Escape(text) : "`" + text.Replace('\n', ' ') + "`";

    private static string Escape(string line)
    {
        var result = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (IsMarkup(line, i))
            {
                result.Append('\\');
            }

            result.Append(line[i]);
        }

        return result.ToString();
    }

    private static bool IsMarkup(string line, int at) => line[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '|' or '~' => true,
        '_' => !IsWord(line, at - 1) || !IsWord(line, at + 1),
        '&' => at + 1 < line.Length && (char.IsAsciiLetter(line[at + 1]) || line[at + 1] == '#'),
        '#' or '>' or '+' or '-' or '=' => at == 0,
        '.' or ')' => at is > 0 and < 10 && !line.AsSpan(0, at).ContainsAnyExceptInRange('0', '9'),
        _ => false,
    };

    private static bool IsWord(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}
