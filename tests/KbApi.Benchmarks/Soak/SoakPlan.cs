namespace KbApi.Benchmarks.Soak;

/// <summary>What happens when in a run of some length; a short one has everything once.</summary>
/// <param name="Duration">How long it takes.</param>
internal sealed record SoakPlan(TimeSpan Duration)
{
    private const int SamplesAtLeast = 6;
    private const double WarmUpShare = 0.2;
    private const double EarliestFault = 0.3;

    /// <summary>How often memory is looked at.</summary>
    public TimeSpan SampleEvery => Least(TimeSpan.FromSeconds(10), Duration / SamplesAtLeast);

    /// <summary>Memory before this is not counted: caches fill, code is compiled.</summary>
    public TimeSpan WarmUp => Duration * WarmUpShare;

    /// <summary>How often a file is written.</summary>
    public TimeSpan EditEvery => Least(TimeSpan.FromSeconds(5), Duration / SamplesAtLeast);

    /// <summary>When the store first goes away.</summary>
    public TimeSpan FirstFault => Duration * EarliestFault;

    /// <summary>How often it does.</summary>
    public TimeSpan FaultEvery => Least(TimeSpan.FromMinutes(5), Duration);

    /// <summary>For how long.</summary>
    public TimeSpan FaultLength => Least(TimeSpan.FromSeconds(15), Duration / SamplesAtLeast);

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
