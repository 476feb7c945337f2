namespace KbApi.Rules.Classification.Words;

/// <summary>Some words in a row as one number, made word by word.</summary>
internal static class WordRun
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The number of no word.</summary>
    public const ulong Empty = 0;

    /// <summary>The number of the words and one more behind them; never zero.</summary>
    public static ulong Add(ulong run, int id)
    {
        var hash = (run + (uint)(id + 1)) * Multiplier;
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The number of the words of a text from one place on.</summary>
    public static ulong Of(ReadOnlySpan<int> ids)
    {
        var run = Empty;
        foreach (var id in ids)
        {
            run = Add(run, id);
        }

        return run;
    }
}
