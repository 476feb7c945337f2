using System.Globalization;
using System.Text;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Triage;

/// <summary>Writes a page as text for a terminal, or as Markdown.</summary>
internal static class PageWriter
{
    private const string Special = "\\`*_[]<>#|";

    public static void WriteText(TextWriter output, IReadOnlyList<PageLine> page, int width)
    {
        var number = 0;
        foreach (var line in page)
        {
            number = line.Kind == PageLineKind.Number ? number + 1 : 0;
            switch (line.Kind)
            {
                case PageLineKind.Title:
                    output.WriteLine(line.Text);
                    break;
                case PageLineKind.Heading:
                    output.WriteLine();
                    output.WriteLine(line.Text);
                    break;
                default:
                    WriteWrapped(output, line, number, width);
                    break;
            }
        }
    }

    public static void WriteMarkdown(TextWriter output, IReadOnlyList<PageLine> page)
    {
        var last = PageLineKind.Title;
        foreach (var line in page)
        {
            if (line != page[0] && (line.Kind != last || line.Kind is PageLineKind.Text or PageLineKind.Heading))
            {
                output.WriteLine();
            }

            output.WriteLine(line.Kind switch
            {
                PageLineKind.Title => "# ",
                PageLineKind.Heading => "## ",
                PageLineKind.Bullet => "- ",
                PageLineKind.Number => "1. ",
                _ => "",
            } + Escape(line.Text));
            last = line.Kind;
        }
    }

    private static void WriteWrapped(TextWriter output, PageLine line, int number, int width)
    {
        var sign = line.Kind switch
        {
            PageLineKind.Bullet => "- ",
            PageLineKind.Number => number.ToString(CultureInfo.InvariantCulture) + ". ",
            _ => "",
        };
        var indent = sign.Length == 0 ? 2 : 2 + sign.Length;
        var isFirst = true;
        foreach (var part in TextWrapping.Wrap(line.Text, width, indent))
        {
            output.WriteLine(isFirst ? "  " + sign + part[indent..] : part);
            isFirst = false;
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
