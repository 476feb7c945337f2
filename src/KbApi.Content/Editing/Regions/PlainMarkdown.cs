using System.Text;

namespace KbApi.Content.Editing.Regions;

/// <summary>Plain text as Markdown that reads the same.</summary>
internal static class PlainMarkdown
{
    public static string Escape(string text)
    {
        var markdown = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '&' or '~')
            {
                markdown.Append('\\');
            }

            markdown.Append(c);
        }

        return markdown.ToString();
    }
}
