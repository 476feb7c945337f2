namespace KbApi.Reports.Gaps;

/// <summary>How much is kept of what was asked and not answered, whatever is asked.</summary>
public static class GapLimits
{
    /// <summary>The most gaps of a kind that are counted between two writes to the store.</summary>
    public const int MaxCounted = 1024;

    /// <summary>The most gaps of a kind that a store keeps.</summary>
    public const int MaxStored = 5000;

    /// <summary>The most examples of a gap.</summary>
    public const int MaxExamples = 3;

    /// <summary>The longest example.</summary>
    public const int MaxExampleChars = 240;

    /// <summary>The most unclassified reports that are looked at for gaps, the oldest of a span of time first.</summary>
    public const int MaxReports = 20_000;
}
