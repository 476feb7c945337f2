using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Collects pieces of HTML lines into a paragraph, whose tags are read like those in any other paragraph.</summary>
internal sealed class HtmlText(MarkdownDocument document)
{
    private readonly List<StringLine> _pieces = [];

    /// <summary>The text so far as a paragraph without blanks at its ends, or null where there is none; begins another.</summary>
    public ParagraphBlock? TakeParagraph()
    {
        var first = _pieces.FindIndex(IsText);
        if (first < 0)
        {
            _pieces.Clear();
            return null;
        }

        var last = _pieces.FindLastIndex(IsText);
        var lines = new StringLineGroup(last + 1 - first);
        for (var i = first; i <= last; i++)
        {
            var trimmed = _pieces[i];
            trimmed.Slice.Trim();
            trimmed.Position = trimmed.Slice.Start;
            lines.Add(ref trimmed);
        }

        var paragraph = new ParagraphBlock
        {
            Line = _pieces[first].Line,
            Span = new SourceSpan(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End),
            ProcessInlines = false,
            Lines = lines,
        };
        _pieces.Clear();
        InlineBudget.Check(paragraph, document);
        return paragraph;
    }

    public void Add(StringLine piece) => _pieces.Add(piece);

    private static bool IsText(StringLine piece) => !piece.Slice.AsSpan().IsWhiteSpace();
}
