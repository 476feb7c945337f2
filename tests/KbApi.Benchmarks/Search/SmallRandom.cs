namespace KbApi.Benchmarks.Search;

/// <summary>The same numbers on every machine and in every version of .NET.</summary>
internal sealed class SmallRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number, from 0 up to but not 1.</summary>
    public double NextDouble()
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (_state >> 11) * (1.0 / (1UL << 53));
    }
}
