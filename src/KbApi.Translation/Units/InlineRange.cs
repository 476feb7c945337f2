namespace KbApi.Translation.Units;

/// <summary>A range of a document that is no text to translate.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Kind">Standalone, or an end of a pair; text for a line break that reads as a blank.</param>
/// <param name="Protects">What it is.</param>
/// <param name="Pair">Alike at both ends of a pair; 0 for no pair.</param>
/// <param name="Written">See <see cref="InlinePiece.Written"/>.</param>
internal readonly record struct InlineRange(int Start, int End, PieceKind Kind, ProtectedKind Protects, int Pair = 0, string? Written = null);
