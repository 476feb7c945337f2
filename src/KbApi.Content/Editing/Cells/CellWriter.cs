using System.Text;

namespace KbApi.Content.Editing.Cells;

/// <summary>Writes Markdown so that it can stand in one cell of a pipe table: on one line, with pipes that cut nothing.</summary>
internal static class CellWriter
{
    /// <summary>The text of the cell.</summary>
    /// <param name="markdown">Markdown without blocks; each line break in it becomes one of the cell.</param>
    /// <param name="lineBreak">The tag that breaks lines.</param>
    public static string Write(string markdown, string lineBreak)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var text = markdown.ReplaceLineEndings("\n");
        var cell = new StringBuilder(text.Length + 16);
        var fences = new CodeFences(text);
        for (var i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case '\n':
                    Break(cell, lineBreak);
                    i++;
                    while (i < text.Length && text[i] is ' ' or '\t')
                    {
                        i++;
                    }

                    break;
                case '\\' when i + 1 < text.Length && text[i + 1] != '\n':
                    cell.Append(text, i, 2);
                    i += 2;
                    break;
                case '|':
                    cell.Append("\\|");
                    i++;
                    break;
                case '`' when fences.EndOfSpan(i) is > 0 and var behind:
                    cell.Append(text[i..behind].Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' '));
                    i = behind;
                    break;
                case '`':
                    // A backtick that nothing closes here would look for its counterpart in the cells behind.
                    for (var end = fences.EndOfFence(i); i < end; i++)
                    {
                        cell.Append("\\`");
                    }

                    break;
                default:
                    cell.Append(text[i++]);
                    break;
            }
        }

        return cell.ToString();
    }

    /// <summary>Ends a line; what Markdown has before a forced break is not needed any more.</summary>
    private static void Break(StringBuilder cell, string lineBreak)
    {
        TrimEnd(cell);
        var slashes = 0;
        while (slashes < cell.Length && cell[^(slashes + 1)] == '\\')
        {
            slashes++;
        }

        cell.Length -= slashes % 2;
        TrimEnd(cell);
        cell.Append(lineBreak);
    }

    private static void TrimEnd(StringBuilder cell)
    {
        while (cell.Length > 0 && cell[^1] is ' ' or '\t')
        {
            cell.Length--;
        }
    }
}
