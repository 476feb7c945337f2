using System.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Plain text as Markdown that shows it, with no more escapes than it needs: some editors show them.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (escaped.Length > 0)
            {
                // A line break stays one; an empty line is one already.
                escaped.Append(line.Length > 0 && escaped[^1] != '\n' ? "  \n" : "\n");
            }

            AppendLine(escaped, line.Trim());
        }

        return escaped.ToString();
    }

    private static void AppendLine(StringBuilder escaped, string line)
    {
        var mark = BlockMark(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == mark || IsMark(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }
    }

    /// <summary>Where the character is that would make the line a heading, a list, a quote or a rule; -1 where none is.</summary>
    private static int BlockMark(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return line is ['#' or '>' or '+' or '-' or '=' or '~' or '|', ..] ? 0 : digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits : -1;
    }

    private static bool IsMark(string line, int index) => line[index] switch
    {
        '\\' or '`' or '*' or '[' or '<' => true,
        // Between letters it is part of a name.
        '_' => index == 0 || index == line.Length - 1 || !char.IsLetterOrDigit(line[index - 1]) || !char.IsLetterOrDigit(line[index + 1]),
        '&' => index + 1 < line.Length && (char.IsAsciiLetter(line[index + 1]) || line[index + 1] == '#'),
        _ => false,
    };
}
