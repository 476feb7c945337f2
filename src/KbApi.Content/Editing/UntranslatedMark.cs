using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>The comment that marks text as still to be translated or written. Readers of the page do not see it.</summary>
public static class UntranslatedMark
{
    /// <summary>The mark in Markdown: behind the text in a cell or line, above a block.</summary>
    public const string Text = "<!-- kb:untranslated -->";

    /// <summary>The mark behind a value in front matter.</summary>
    public const string InFrontMatter = "# kb:untranslated";

    /// <summary>Whether a stretch of a document, or the line above it, holds the mark.</summary>
    public static bool Marks(SourceText text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.GetLine(span.Start);
        var above = first > 0 ? text[text.GetLineSpan(first - 1)].Trim(' ', '\t', '>') : "";
        var line = text.GetLineSpan(text.GetLine(span.End));

        // In a table the next cell's mark is none of this one's.
        var rest = text.Content.AsSpan(span.End, line.End - span.End);
        var pipe = rest.IndexOf('|');
        rest = (pipe < 0 ? rest : rest[..pipe]).TrimStart();
        return above == Text || rest.StartsWith(Text, StringComparison.Ordinal) || text[span].Contains(Text, StringComparison.Ordinal);
    }
}
