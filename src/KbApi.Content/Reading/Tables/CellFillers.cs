using System.Buffers;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading.Tables;

/// <summary>Tells texts that say nothing to a reader: a dash, dots, "N/A", "None".</summary>
internal static class CellFillers
{
    private static readonly SearchValues<char> Fillers = SearchValues.Create(" -\u2013\u2014/.\u2026\u00A0");

    /// <summary>Whether a cell or paragraph says anything.</summary>
    public static bool SaysSomething(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var said = text.Trim(" \u00A0.");
        return said.ContainsAnyExcept(Fillers) && !said.Equals("N/A", StringComparison.OrdinalIgnoreCase) && lexicon.Nothing.LongestAt(said, 0) < said.Length;
    }
}
