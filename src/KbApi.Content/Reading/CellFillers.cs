using System.Buffers;

namespace KbApi.Content.Reading;

/// <summary>Tells cells that are empty to a reader: a dash, dots, "N/A".</summary>
internal static class CellFillers
{
    private static readonly SearchValues<char> Fillers = SearchValues.Create(" -\u2013\u2014/.\u2026\u00A0");

    /// <summary>Whether a cell holds anything else.</summary>
    public static bool SaysSomething(ReadOnlySpan<char> cell) =>
        cell.ContainsAnyExcept(Fillers) && !cell.Trim().Equals("N/A", StringComparison.OrdinalIgnoreCase);
}
