namespace KbApi.Content.Editing.RoundTrips;

/// <summary>What came of reading a file and writing it again.</summary>
public enum RoundTripOutcome
{
    /// <summary>Every byte is the same, and what the writer would write anew reads the same.</summary>
    Identical,

    /// <summary>Bytes differ.</summary>
    BytesDiffer,

    /// <summary>A cell that was written anew is not read as before.</summary>
    CellDiffers,

    /// <summary>The model says that something stands where it can't.</summary>
    SpanOutside,

    /// <summary>The file is no text and was not read.</summary>
    NotText,
}

/// <summary>The proof that a file is written as it was read, or where that fails.</summary>
/// <param name="Path">The file.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Line">The line, from 1, that shows the difference; 0 where there is none.</param>
/// <param name="Detail">What differs, or null.</param>
/// <param name="Cells">How many cells of pipe tables were taken apart and written again.</param>
/// <param name="Spans">How many places of the model were looked at.</param>
public sealed record RoundTrip(string Path, RoundTripOutcome Outcome, int Line, string? Detail, int Cells, int Spans);
