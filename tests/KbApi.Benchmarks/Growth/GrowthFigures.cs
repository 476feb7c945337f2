namespace KbApi.Benchmarks.Growth;

/// <summary>What some number of entries costs: milliseconds of processor time to build, microseconds of it to ask, bytes to keep.</summary>
internal sealed record GrowthFigures
{
    public required int Entries { get; init; }

    /// <summary>The bytes of the documents.</summary>
    public required long Markdown { get; init; }

    public required double Reading { get; init; }

    public required double CodeIndex { get; init; }

    public required double SearchIndex { get; init; }

    public required double Classifier { get; init; }

    public required double LookUp { get; init; }

    public required double Search { get; init; }

    public required double ClassifyCode { get; init; }

    public required double ClassifyMessage { get; init; }

    public required long ModelBytes { get; init; }

    public required long IndexBytes { get; init; }

    public required long IndexOnDisk { get; init; }

    public required long ClassifierBytes { get; init; }

    /// <summary>The most that the process had resident, making the documents included.</summary>
    public required long PeakWorkingSet { get; init; }
}
