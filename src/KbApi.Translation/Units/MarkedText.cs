using System.Collections.Immutable;
using System.Text;

namespace KbApi.Translation.Units;

/// <summary>
/// Texts in one line of characters: <c>⟦1⟧</c> stands for something protected, <c>⟦2⟧…⟦/2⟧</c> for a protected pair. The brackets are in
/// no text: where a document has them, they are protected themselves.
/// </summary>
public static class MarkedText
{
    /// <summary>Begins a mark.</summary>
    public const char Open = '\u27E6';

    /// <summary>Ends a mark.</summary>
    public const char Close = '\u27E7';

    internal static string Write(ImmutableArray<InlinePiece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(piece.Kind switch
            {
                PieceKind.Text => piece.Raw,
                PieceKind.End => EndMark(piece.Id),
                _ => Mark(piece.Id),
            });
        }

        return text.ToString();
    }

    /// <summary>The mark of something protected, or of the beginning of a pair.</summary>
    public static string Mark(string id) => $"{Open}{id}{Close}";

    /// <summary>The mark of the end of a pair.</summary>
    public static string EndMark(string id) => $"{Open}/{id}{Close}";

    /// <summary>Takes a marked text apart: words, and marks with what stands between their brackets. A bracket without its other is text.</summary>
    internal static IEnumerable<(bool IsMark, string Content)> Split(string marked)
    {
        for (var at = 0; at < marked.Length;)
        {
            var open = marked.IndexOf(Open, at);
            var close = open < 0 ? -1 : marked.IndexOf(Close, open);
            if (close < 0)
            {
                yield return (false, marked[at..]);
                yield break;
            }

            if (open > at)
            {
                yield return (false, marked[at..open]);
            }

            yield return (true, marked[(open + 1)..close]);
            at = close + 1;
        }
    }
}
