using System.Text;

namespace KbApi.Server.Documents;

/// <summary>Writes a text as people write in mails: no mark-up, lists with hyphens and numbers.</summary>
internal static class PlainTextWriter
{
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
                ProseKind.Heading => block.Text + ":",
                ProseKind.Bullet or ProseKind.Code => "- " + Indented(block.Text, "  "),
                ProseKind.Step => block.Number + ". " + Indented(block.Text, "   "),
                ProseKind.Link => block.Text == block.Target ? "- " + block.Target : $"- {block.Text}: {block.Target}",
                _ => block.Text,
            });
            previous = block;
        }

        return text.Append('\n').ToString();
    }

    private static string Indented(string text, string indent) => text.Replace("\n", "\n" + indent, StringComparison.Ordinal);
}
