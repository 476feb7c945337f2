namespace KbApi.Search;

/// <summary>How an index is made.</summary>
public sealed record IndexingOptions
{
    /// <summary>How many threads work on it at most. With one it is the thread that asks for it, so that the work has that thread's priority. All cores by default.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>An index of an earlier state of the content, or null. What it knows of articles that are the same objects is not found out again.</summary>
    public SearchIndex? Earlier { get; init; }
}
