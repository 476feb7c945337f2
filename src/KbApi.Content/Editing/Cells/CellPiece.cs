namespace KbApi.Content.Editing.Cells;

/// <summary>What a piece of a cell is.</summary>
internal enum CellPieceKind
{
    /// <summary>Text with its mark-up.</summary>
    Text,

    /// <summary>A code span with its backticks.</summary>
    Code,

    /// <summary>A pipe with the backslash that keeps it from ending the cell.</summary>
    Pipe,

    /// <summary>A <c>br</c> tag and the blanks around it.</summary>
    Break,
}

/// <summary>A piece of a cell as it is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Raw">The characters of the file.</param>
internal readonly record struct CellPiece(CellPieceKind Kind, string Raw);
