using System.Buffers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Tells blocks without any inline mark-up, whose lines are their text: most headings and cells, many paragraphs.</summary>
internal static class PlainLines
{
    /// <summary>What may begin a delimiter, link, code span, tag, entity or escape.</summary>
    private static readonly SearchValues<char> MarkUp = SearchValues.Create("\\`*_[]<&{@\0");

    /// <summary>Whether the inline parser would find nothing but text and soft line breaks. False where it has been.</summary>
    public static bool IsPlain(LeafBlock block)
    {
        if (block is not (ParagraphBlock or HeadingBlock) || block.Inline is not null || block.Lines.Count == 0)
        {
            return false;
        }

        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice.AsSpan();
            if (line.ContainsAny(MarkUp) || line.Contains(":::", StringComparison.Ordinal) || (i + 1 < block.Lines.Count && line.EndsWith("  ", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
