namespace KbApi.Benchmarks.Running;

/// <summary>Takes figures, each beside its peer in the same run.</summary>
/// <remarks>What is compared, and why the figures are what they are, stands in the embedded file <c>NAME.md</c> beside the benchmark.</remarks>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    public string Name { get; }

    /// <summary>The heading of its section.</summary>
    public string Title { get; }

    /// <summary>What may follow the name on the command line.</summary>
    public string Arguments { get; }

    /// <summary>How long it takes in full on two cores, about.</summary>
    public TimeSpan Estimate { get; }

    /// <summary>Takes the figures.</summary>
    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run);
}

/// <summary>A benchmark that takes too long to be one of all; it is run by its name.</summary>
internal interface IRunsByItself;
