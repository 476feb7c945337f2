using System.Globalization;
using System.Threading.Channels;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;
using KbApi.Server.Diagnostics;
using KbApi.Server.Hosting;
using KbApi.Server.Search;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots;

/// <summary>Loads the content, and loads it anew whenever it changes on disk.</summary>
internal sealed partial class ContentWatcher(
    SnapshotStore store, SearchIndexes indexes, ContentFindings findings, IOptions<ServerOptions> options, KbMetrics metrics, TimeProvider time,
    ILogger<ContentWatcher> logger) : BackgroundService
{
    /// <summary>Editors save in several steps; what belongs together arrives within this time.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan QuietBeforePreparing = TimeSpan.FromSeconds(1);

    private readonly KnowledgeBaseLoader _loader = new(new LoadOptions { DefaultLocale = options.Value.DefaultLocaleTag });
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private string _lastFingerprint = "";
    private string _lastRefused = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var paths = options.Value.ContentPaths;
        using var watchers = new DirectoryWatchers(paths, () => _changes.Writer.TryWrite(true));
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        var polling = PollAsync(timer, stoppingToken);
        try
        {
            do
            {
                LoadIfChanged(paths, stoppingToken);
                await _changes.Reader.ReadAsync(stoppingToken);
                await Task.Delay(QuietTime, time, stoppingToken);
                while (_changes.Reader.TryRead(out _))
                {
                    // What came in the meantime is read with this load.
                }
            }
            while (!stoppingToken.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await polling;
        }
    }

    private async Task PollAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                _changes.Writer.TryWrite(true);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private void LoadIfChanged(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        try
        {
            var files = ContentDirectory.Find(paths);
            var severities = EditorConfigFiles.For(files.Select(f => f.Path));
            var fingerprint = string.Join('\n', files.Select(f => f.RelativePath + ":" + f.Stamp).Append(severities.Fingerprint));
            if (fingerprint == _lastFingerprint)
            {
                return;
            }

            var knowledgeBase = Load(files, severities, cancellation);

            // A file that could not be opened may open the next time, without having changed.
            var isFinal = knowledgeBase.Diagnostics.All(d => d.Descriptor != ReadingDiagnostics.CannotOpen);
            _lastFingerprint = isFinal ? fingerprint : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced is back in a moment; what is served stays.
            metrics.Reloaded(ReloadResult.Failed, TimeSpan.Zero);
            Log.CannotList(logger, string.Join(", ", paths), e.Message);
        }
    }

    /// <summary>
    /// Makes what requests need beside the content once editing has paused: the search index, the classifier, and the findings of the rules. Making
    /// them costs more than reading, and would hold up the next edit. A request that comes sooner makes what it needs at once.
    /// </summary>
    private async Task PrepareWhenQuietAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(QuietBeforePreparing, time, cancellation);
            if (ReferenceEquals(store.Current, snapshot))
            {
                await Task.Run(() => snapshot.Classifier, cancellation);
                if (options.Value.IsAnswering)
                {
                    await indexes.Prepare(snapshot.KnowledgeBase);
                    await findings.Of(snapshot);
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

    private KnowledgeBase Load(IReadOnlyList<ContentFile> files, SeverityOptions severities, CancellationToken cancellation)
    {
        using var span = KbTracing.Source.StartActivity("kb.load");
        var start = time.GetTimestamp();
        var knowledgeBase = _loader.Load([.. files, .. BundledContent.OwnArticles()], progress: null, cancellation);
        var elapsed = time.GetElapsedTime(start);
        var isFirst = store.Current is null;
        var isServed = store.Offer(knowledgeBase, severities);
        metrics.Reloaded(isServed ? ReloadResult.Served : ReloadResult.Refused, elapsed);
        span?.SetTag("kb.result", isServed ? "served" : "refused");
        if (isServed)
        {
            if (isFirst && options.Value.IsAnswering)
            {
                // Nobody is editing yet, and the first search is not to wait for it.
                _ = indexes.Prepare(knowledgeBase);
            }

            _ = PrepareWhenQuietAsync(store.Current!, cancellation);
        }

        if (isServed && !knowledgeBase.HasErrors)
        {
            Log.Loaded(logger, store.Current!.Id, knowledgeBase.Entries.Items.Length, knowledgeBase.Articles.Items.Length, (int)elapsed.TotalMilliseconds);
        }

        if (store.Refused is { } refused && refused.SnapshotId != _lastRefused)
        {
            _lastRefused = refused.SnapshotId;
            foreach (var error in refused.Errors)
            {
                Log.Refused(logger, error.ToString(CultureInfo.InvariantCulture));
            }
        }

        return knowledgeBase;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Serving snapshot {Snapshot}: {Entries} entries in {Articles} articles, loaded in {Milliseconds} ms")]
        public static partial void Loaded(ILogger logger, string snapshot, int entries, int articles, int milliseconds);

        [LoggerMessage(2, LogLevel.Error, "Content is not served: {Error}")]
        public static partial void Refused(ILogger logger, string error);

        [LoggerMessage(3, LogLevel.Warning, "The content in {Paths} cannot be listed: {Error}")]
        public static partial void CannotList(ILogger logger, string paths, string error);

        [LoggerMessage(4, LogLevel.Error, "The search index cannot be stored: {Error}")]
        public static partial void CannotIndex(ILogger logger, string error);
    }
}
