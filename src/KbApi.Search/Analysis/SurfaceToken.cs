namespace KbApi.Search.Analysis;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A word, number or identifier as written.</summary>
    Word,

    /// <summary>A part of the identifier before it.</summary>
    Part,

    /// <summary>One or two characters of a script that writes no spaces.</summary>
    Ideographs,
}

/// <summary>A word of a text in lower case, before it is stemmed.</summary>
/// <param name="Text">The word.</param>
/// <param name="Start">Where it begins, as an offset in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct SurfaceToken(string Text, int Start, int End, TokenKind Kind);
