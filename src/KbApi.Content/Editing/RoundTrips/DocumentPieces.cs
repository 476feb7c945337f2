using System.Text;
using KbApi.Content.Editing.Cells;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Editing.RoundTrips;

/// <summary>A stretch of a document that is written as a whole.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsCell">Whether it is a cell of a pipe table.</param>
internal readonly record struct DocumentPiece(TextSpan Span, bool IsCell);

/// <summary>The cells and blocks of a document, as they lie in its text one behind the other.</summary>
internal static class DocumentPieces
{
    /// <summary>The pieces by their beginnings. What lies between them (markers, pipes, line ends) belongs to none.</summary>
    public static List<DocumentPiece> Of(MarkdownDocument document, int length)
    {
        var pieces = new List<DocumentPiece>();
        Add(document, length, pieces);
        pieces.Sort((a, b) => a.Span.CompareTo(b.Span));
        return pieces;
    }

    /// <summary>Puts pieces together again, with what stands between them. A character that two of them claim comes twice.</summary>
    public static string Write(string text, IReadOnlyList<DocumentPiece> pieces)
    {
        var written = new StringBuilder(text.Length);
        var end = 0;
        foreach (var (span, isCell) in pieces)
        {
            if (span.Start > end)
            {
                written.Append(text, end, span.Start - end);
            }

            var piece = text.Substring(span.Start, span.Length);
            written.Append(isCell ? CellText.Parse(piece).ToString() : piece);
            end = span.End;
        }

        return written.Append(text, end, text.Length - end).ToString();
    }

    private static void Add(ContainerBlock container, int length, List<DocumentPiece> pieces)
    {
        foreach (var block in container)
        {
            var span = InlineTextReader.SpanOf(block);
            if (block is TableCell && container is TableRow { Parent: not HtmlTable })
            {
                pieces.Add(new DocumentPiece(span, IsCell: true));
            }
            else if (block is ContainerBlock below)
            {
                Add(below, length, pieces);
            }
            else if (block is not LinkReferenceDefinition)
            {
                // The parser counts one character too many to a fence that nothing closes.
                pieces.Add(new DocumentPiece(span.End > length ? TextSpan.FromBounds(Math.Min(span.Start, length), length) : span, IsCell: false));
            }
        }
    }
}
