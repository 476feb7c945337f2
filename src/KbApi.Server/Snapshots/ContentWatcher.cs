using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;
using KbApi.Server.Hosting;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots;

/// <summary>Loads the content, and loads it anew whenever it changes on disk.</summary>
internal sealed partial class ContentWatcher(
    SnapshotStore store, SnapshotPreparation preparation, IOptions<ServerOptions> options, KbMetrics metrics, TimeProvider time, ILogger<ContentWatcher> logger,
    HeadStart? headStart = null) : BackgroundService
{
    private readonly KnowledgeBaseLoader _loader =
        headStart?.LoaderFor(options.Value.DefaultLocaleTag) ?? new(new LoadOptions { DefaultLocale = options.Value.DefaultLocaleTag });
    private readonly IReadOnlyList<ContentFile> _ownArticles = BundledContent.OwnArticles();

    /// <summary>What was found last, and what of it was loaded for good.</summary>
    private ContentListing? _found;
    private ContentListing? _loaded;
    private string _lastRefused = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var paths = options.Value.ContentPaths;
        using var changes = new ContentChanges(paths, options.Value.PollInterval, time);
        try
        {
            IReadOnlyCollection<string>? changed = null;
            while (true)
            {
                LoadIfChanged(paths, changed, stoppingToken);
                changed = await changes.NextAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private void LoadIfChanged(IReadOnlyList<string> paths, IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        try
        {
            var found = _found?.Again(changed) ?? ContentListing.Of(paths);
            _found = found;
            if (_loaded?.IsLike(found) == true)
            {
                return;
            }

            var knowledgeBase = Load(found.Files, found.Severities, cancellation);

            // A file that could not be opened may open the next time, without having changed.
            var isFinal = knowledgeBase.Diagnostics.All(d => d.Descriptor != ReadingDiagnostics.CannotOpen);
            _loaded = isFinal ? found : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced is back in a moment; what is served stays.
            _found = null;
            metrics.Reloaded(ReloadResult.Failed, TimeSpan.Zero);
            Log.CannotList(logger, string.Join(", ", paths), e.Message);
        }
    }

    private KnowledgeBase Load(IReadOnlyList<ContentFile> files, SeverityOptions severities, CancellationToken cancellation)
    {
        using var span = KbTracing.Source.StartActivity("kb.load");
        var start = time.GetTimestamp();
        var knowledgeBase = _loader.Load(BundledContent.With(files, _ownArticles), progress: null, cancellation);
        var elapsed = time.GetElapsedTime(start);
        var isFirst = store.Current is null;
        var isServed = store.Offer(knowledgeBase, severities);
        metrics.Reloaded(isServed ? ReloadResult.Served : ReloadResult.Refused, elapsed);
        span?.SetTag("kb.result", isServed ? "served" : "refused");
        if (isServed)
        {
            if (isFirst)
            {
                // Nobody is editing yet, and the first search is not to wait for it.
                preparation.Index(knowledgeBase);
            }

            preparation.WhenQuiet(store.Current!, isEdited: true, cancellation);
        }

        if (isServed && !knowledgeBase.HasErrors)
        {
            Log.Loaded(logger, store.Current!.Id, knowledgeBase.Entries.Count, knowledgeBase.Articles.Count, (int)elapsed.TotalMilliseconds);
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
    }
}
