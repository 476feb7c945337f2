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

    /// <summary>Every so many edits one makes the content unreadable, until the next.</summary>
    public int EditsPerBreakage => 3;

    /// <summary>How long a client waits between requests, so that others can use the machine, too.</summary>
    public TimeSpan ClientPause => TimeSpan.FromMilliseconds(15);

    /// <summary>When the store first goes away.</summary>
    public TimeSpan FirstFault => Duration * EarliestFault;

    /// <summary>How often it does.</summary>
    public TimeSpan FaultEvery => Least(TimeSpan.FromMinutes(5), Duration);

    /// <summary>For how long.</summary>
    public TimeSpan FaultLength => Least(TimeSpan.FromSeconds(15), Duration / SamplesAtLeast);

    /// <summary>How long the server may need to find the store again.</summary>
    public TimeSpan Recovery => TimeSpan.FromSeconds(10);

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
