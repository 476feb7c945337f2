using System.Globalization;
using System.Text;
using KbApi.Content.Syntax;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Places;

/// <summary>Writes Markdown as HTML that can stand in a cell: paragraphs as lines, lists as lists.</summary>
internal static class HtmlWriter
{
    public static string Write(NewText value, string lineBreak)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { ImplicitParagraph = true };
        var html = new StringBuilder();
        var isText = false;
        foreach (var block in value.Blocks)
        {
            Ensure(block);
            writer.GetStringBuilder().Clear();
            renderer.Render(block);
            writer.Flush();
            var written = writer.ToString().Trim().Replace("<br />", "", StringComparison.Ordinal);
            if (html.Length > 0 && isText && block is ParagraphBlock)
            {
                html.Append(lineBreak).Append(lineBreak);
            }

            isText = block is ParagraphBlock;
            html.Append(isText ? written.Replace("\n", lineBreak, StringComparison.Ordinal) : written.Replace(">\n", ">", StringComparison.Ordinal));
        }

        return html.ToString();
    }

    private static void Ensure(Block block)
    {
        if (block is LeafBlock leaf)
        {
            LazyInlines.Ensure(leaf);
        }

        foreach (var below in (block as ContainerBlock)?.Descendants<LeafBlock>() ?? [])
        {
            LazyInlines.Ensure(below);
        }
    }
}
