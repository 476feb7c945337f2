using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Server.Diagnostics;
using KbApi.Server.Hosting;
using KbApi.Server.Search;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots;

/// <summary>
/// Makes what requests need beside the content: the search index, the classifier, and the findings of the rules. Making them costs more than
/// reading, so that is done on a thread that yields to requests. A request that comes sooner makes what it needs at once.
/// </summary>
internal sealed partial class SnapshotPreparation(
    SnapshotStore store, SearchIndexes indexes, ContentFindings findings, QuietThread quiet, IOptions<ServerOptions> options, TimeProvider time, ILogger<SnapshotPreparation> logger)
{
    private static readonly TimeSpan QuietBeforePreparing = TimeSpan.FromSeconds(1);

    /// <summary>Begins to make the search index.</summary>
    public void Index(KnowledgeBase knowledgeBase) => _ = options.Value.IsAnswering ? indexes.Prepare(knowledgeBase) : null;

    /// <summary>Begins to open a search index that is there.</summary>
    public void Index(KnowledgeBase knowledgeBase, Func<KnowledgeBase, SearchIndex> open) =>
        _ = options.Value.IsAnswering ? indexes.Prepare(knowledgeBase, () => open(knowledgeBase)) : null;

    /// <summary>Makes what is asked for often once nothing has been changed for a while: before, it would hold up the next edit.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="isEdited">Whether its content is being written, so that the findings will be asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    public void WhenQuiet(Snapshot snapshot, bool isEdited, CancellationToken cancellation) => _ = PrepareAsync(snapshot, isEdited, cancellation);

    private async Task PrepareAsync(Snapshot snapshot, bool isEdited, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(QuietBeforePreparing, time, cancellation);
            List<Func<Task>> steps = [() => quiet.Run(() => snapshot.Classifier, cancellation)];
            if (options.Value.IsAnswering)
            {
                steps.Add(() => indexes.Prepare(snapshot.KnowledgeBase, quiet));
                steps.AddRange(isEdited ? [() => findings.Of(snapshot, quiet)] : []);
            }

            steps.Add(() => quiet.Run(Digest, cancellation));
            foreach (var step in steps)
            {
                // What was edited in the meantime is prepared instead.
                if (ReferenceEquals(store.Current, snapshot))
                {
                    await step();
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotIndex(logger, e.Message);
        }
    }

    private bool Digest()
    {
        store.Digest();
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(4, LogLevel.Error, "The search index cannot be stored: {Error}")]
        public static partial void CannotIndex(ILogger logger, string error);
    }
}
