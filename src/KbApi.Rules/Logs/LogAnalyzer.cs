namespace KbApi.Rules.Logs;

/// <summary>Reads event logs with what a knowledge base knows of events. Immutable and safe for several threads.</summary>
/// <param name="knowledge">What is known.</param>
/// <param name="options">What counts as late or often; null for the defaults.</param>
public sealed class LogAnalyzer(LogKnowledge knowledge, LogAnalysisOptions? options = null)
{
    private readonly LogKnowledge _knowledge = knowledge ?? throw new ArgumentNullException(nameof(knowledge));

    /// <summary>What a log tells. It is read once, from where the stream stands; its size does not matter.</summary>
    /// <param name="log">The log, in any of the formats of <see cref="LogFormat"/>.</param>
    /// <param name="name">What findings call it: its path, or any other name.</param>
    /// <param name="takenAt">When the log was taken: times without a year, as syslog has them, are in the last year that had them by then. Null leaves the year unknown.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public async Task<LogAnalysis> AnalyzeAsync(Stream log, string name, DateTimeOffset? takenAt = null, CancellationToken cancellation = default)
    {
        var reader = new LogReader(log, name, takenAt);
        var tracker = new OperationTracker(_knowledge, name, options);
        await foreach (var record in reader.ReadAsync(cancellation))
        {
            tracker.Add(record);
        }

        return tracker.Complete(reader);
    }
}
