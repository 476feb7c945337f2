using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Translation.Units;

/// <summary>A text in pieces: words, and what is protected in them. Immutable.</summary>
public sealed class UnitText
{
    private readonly Lazy<string> _marked;

    /// <param name="pieces">The pieces, in order; pairs are nested.</param>
    public UnitText(ImmutableArray<InlinePiece> pieces)
    {
        Pieces = pieces;
        _marked = new Lazy<string>(() => MarkedText.Write(Pieces));
    }

    /// <summary>The pieces, in order.</summary>
    public ImmutableArray<InlinePiece> Pieces { get; }

    /// <summary>The text with marks for what is protected: <c>Press ⟦1⟧ to ⟦2⟧go on⟦/2⟧</c>. Equal marked texts are equal texts.</summary>
    public string Marked => _marked.Value;

    /// <summary>The words alone; something protected counts as a blank.</summary>
    public string Words => string.Concat(Pieces.Select(p => p.Kind == PieceKind.Text ? p.Raw : " "));

    /// <summary>16 hexadecimal digits that change when the text or something protected does; blanks count for nothing.</summary>
    public string Hash => HashOf(Marked, Pieces.Where(p => p.Kind != PieceKind.Text).Select(p => (p.Id, p.Raw)));

    /// <summary>The hash of a marked text and what is protected in it.</summary>
    internal static string HashOf(string marked, IEnumerable<(string Id, string Raw)> protectedPieces)
    {
        var text = new StringBuilder();
        AppendDense(text, marked);
        foreach (var (id, raw) in protectedPieces)
        {
            text.Append('\n').Append(id).Append('=');
            AppendDense(text, XmlCharacters.ForHash(raw));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static void AppendDense(StringBuilder target, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                target.Append(c);
            }
        }
    }
}
