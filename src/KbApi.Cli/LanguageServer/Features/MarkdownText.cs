using System.Buffers;
using System.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Plain text as Markdown that shows it.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_{}[]()#+-.!|<>~&:");

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

            foreach (var c in line)
            {
                if (Marks.Contains(c))
                {
                    escaped.Append('\\');
                }

                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
