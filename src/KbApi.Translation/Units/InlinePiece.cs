using KbApi.Content.Text;

namespace KbApi.Translation.Units;

/// <summary>What a piece of a text is to a translator.</summary>
public enum PieceKind
{
    /// <summary>To be translated.</summary>
    Text,

    /// <summary>Protected, by itself.</summary>
    Standalone,

    /// <summary>The beginning of a protected pair around other pieces.</summary>
    Start,

    /// <summary>The end of such a pair.</summary>
    End,
}

/// <summary>A piece of a text: words, or something protected.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Names what is protected within the unit, alike at both ends of a pair; empty for text.</param>
/// <param name="Raw">The Markdown; of text, with line breaks as blanks.</param>
/// <param name="Protects">What is protected; null for text.</param>
/// <param name="Span">Where it stands.</param>
public sealed record InlinePiece(PieceKind Kind, string Id, string Raw, ProtectedKind? Protects, TextSpan Span)
{
    /// <summary>
    /// What is written around another text, where that differs: the name of a reference that so far is the text itself.
    /// </summary>
    public string? Written { get; init; }
}
