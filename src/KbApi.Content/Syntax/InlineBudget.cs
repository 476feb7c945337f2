using System.Buffers;
using KbApi.Content.Text;
using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Keeps blocks with absurdly many delimiters away from the inline parser, which is quadratic on unclosed ones. Such a block
/// stays in the tree without text and is remembered on the document.
/// </summary>
internal static class InlineBudget
{
    private const int MaxDelimiters = 2000;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create("[*_`<~");
    private static readonly object RefusedKey = new();

    /// <summary>The spans of the blocks whose text was left out.</summary>
    public static IReadOnlyList<TextSpan> RefusedIn(MarkdownDocument document) =>
        document.GetData(RefusedKey) as List<TextSpan> ?? [];

    /// <summary>Takes the block's text away when there are too many delimiters in it.</summary>
    public static void Check(LeafBlock block, MarkdownDocument document)
    {
        if (block.Span.Length <= MaxDelimiters)
        {
            return;
        }

        var delimiters = 0;
        var lines = block.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            delimiters += Count(lines.Lines[i].Slice, MaxDelimiters);
            if (delimiters > MaxDelimiters)
            {
                Refuse(block, document);
                return;
            }
        }
    }

    private static int Count(StringSlice slice, int limit)
    {
        var text = slice.AsSpan();
        var count = 0;
        var inRun = false;
        for (var i = text.IndexOfAny(Delimiters); i >= 0 && count <= limit;)
        {
            // A run of backticks, stars or underscores is one delimiter; brackets are one each. Tags cost nothing: only comments, processing
            // instructions and the like are searched for to the end of the text.
            var isRunOn = inRun && i > 0 && text[i] == text[i - 1] && text[i] is not ('[' or '<');
            var isTag = text[i] == '<' && i + 1 < text.Length && text[i + 1] is not ('!' or '?');
            count += isRunOn || isTag ? 0 : 1;
            inRun = true;
            var next = text[(i + 1)..].IndexOfAny(Delimiters);
            inRun = next == 0;
            i = next < 0 ? -1 : i + 1 + next;
        }

        return count;
    }

    private static void Refuse(LeafBlock block, MarkdownDocument document)
    {
        block.Lines = default;
        if (document.GetData(RefusedKey) is not List<TextSpan> refused)
        {
            refused = [];
            document.SetData(RefusedKey, refused);
        }

        refused.Add(TextSpan.FromBounds(block.Span.Start, block.Span.End + 1));
    }
}
