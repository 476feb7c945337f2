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
        var pieces = _pieces.SkipWhile(p => p.Slice.AsSpan().IsWhiteSpace()).ToList();
        _pieces.Clear();
        if (pieces.Count == 0)
        {
            return null;
        }

        while (pieces[^1].Slice.AsSpan().IsWhiteSpace())
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        var lines = new StringLineGroup(pieces.Count);
        foreach (var piece in pieces)
        {
            var trimmed = piece;
            trimmed.Slice.Trim();
            trimmed.Position = trimmed.Slice.Start;
            lines.Add(ref trimmed);
        }

        var paragraph = new ParagraphBlock
        {
            Line = pieces[0].Line,
            Span = new SourceSpan(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End),
            ProcessInlines = false,
            Lines = lines,
        };
        InlineBudget.Check(paragraph, document);
        return paragraph;
    }

    public void Add(StringLine piece) => _pieces.Add(piece);
}
