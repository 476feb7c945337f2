using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Cuts paragraphs that are definition lists, a term on a line and <c>: text</c> on the next, into terms and texts.</summary>
internal static class DefinitionLists
{
    /// <summary>A term is a line or two; a longer paragraph above a colon is one of its own.</summary>
    private const int MaxTermLines = 2;

    public static void Shape(MarkdownDocument document) => ShapeIn(document, document);

    private static void ShapeIn(ContainerBlock container, MarkdownDocument document)
    {
        var hasDefinition = false;
        foreach (var child in container)
        {
            if (child is ContainerBlock inner)
            {
                ShapeIn(inner, document);
            }
            else if (child is ParagraphBlock paragraph)
            {
                hasDefinition |= FirstDefinition(paragraph) >= 0;
            }
        }

        if (hasDefinition)
        {
            Rewrite(container, document);
        }
    }

    private static void Rewrite(ContainerBlock container, MarkdownDocument document)
    {
        var output = new List<Block>(container.Count + 1);
        foreach (var child in container)
        {
            if (child is not ParagraphBlock paragraph || FirstDefinition(paragraph) is not (>= 0 and <= MaxTermLines and var first))
            {
                output.Add(child);
            }
            else if (first > 0)
            {
                output.Add(Create(new DefinitionTerm(), paragraph, 0, first, document));
                AddTexts(paragraph, first, output, document);
            }
            else if (output is [.., DefinitionText] || (output is [.., ParagraphBlock term] && term.Lines.Count <= MaxTermLines))
            {
                // A term that an empty line parts from its text.
                output[^1] = output[^1] is ParagraphBlock and not DefinitionText ? Create(new DefinitionTerm(), (ParagraphBlock)output[^1], 0, int.MaxValue, document) : output[^1];
                AddTexts(paragraph, 0, output, document);
            }
            else
            {
                output.Add(child);
            }
        }

        container.Clear();
        foreach (var block in output)
        {
            container.Add(block);
        }
    }

    private static void AddTexts(ParagraphBlock paragraph, int first, List<Block> output, MarkdownDocument document)
    {
        for (var start = first; start < paragraph.Lines.Count;)
        {
            var end = start + 1;
            while (end < paragraph.Lines.Count && !IsDefinition(paragraph.Lines.Lines[end].Slice.AsSpan()))
            {
                end++;
            }

            output.Add(Create(new DefinitionText(), paragraph, start, end, document));
            start = end;
        }
    }

    /// <summary>The number of the first line that is a definition, or -1. A paragraph whose inlines were read has no lines.</summary>
    private static int FirstDefinition(ParagraphBlock paragraph)
    {
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            if (IsDefinition(paragraph.Lines.Lines[i].Slice.AsSpan()))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsDefinition(ReadOnlySpan<char> line) => line.TrimStart() is [':', ' ' or '\t', ..] text && !text[1..].IsWhiteSpace();

    private static TBlock Create<TBlock>(TBlock block, ParagraphBlock paragraph, int start, int end, MarkdownDocument document)
        where TBlock : ParagraphBlock
    {
        end = Math.Min(end, paragraph.Lines.Count);
        var lines = new StringLineGroup(end - start);
        for (var i = start; i < end; i++)
        {
            var line = paragraph.Lines.Lines[i];
            if (i == start && block is DefinitionText)
            {
                line.Slice.Start += line.Slice.AsSpan().IndexOf(':') + 1;
                line.Slice.TrimStart();
                line.Position = line.Slice.Start;
            }

            if (i == end - 1)
            {
                line.Slice.TrimEnd();
            }

            lines.Add(ref line);
        }

        block.Line = lines.Lines[0].Line;
        block.Column = paragraph.Column;
        block.Span = new SourceSpan(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End);
        block.ProcessInlines = false;
        block.Lines = lines;
        InlineBudget.Check(block, document);
        return block;
    }
}
