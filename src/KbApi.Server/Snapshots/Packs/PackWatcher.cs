using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KbApi.Rules.Configuration;
using KbApi.Search.Packs;
using KbApi.Server.Hosting;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>
/// Serves a pack, and the next one when there is one. A pack is checked as a whole before any of it is served; one that can't be used leaves
/// what is served in place.
/// </summary>
internal sealed partial class PackWatcher(
    SnapshotStore store, SnapshotPreparation preparation, IOptions<ServerOptions> options, KbMetrics metrics, TimeProvider time, ILogger<PackWatcher> logger) : BackgroundService
{
    private readonly PackStore _packs = new(options.Value.PackPath);
    private string _lastRefused = "";

    /// <summary>The pack that is served.</summary>
    private string? _served;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var feed = CreateFeed();
        try
        {
            while (true)
            {
                await RefreshAsync(feed, stoppingToken);
                await Task.Delay(feed.NextDelay(), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private IPackFeed CreateFeed()
    {
        var path = options.Value.ContentPaths[0];
        return ContentAddress.IsHttp(path)
            ? new HttpPackFeed(path, options.Value.PackInterval, options.Value.PackTimeout)
            : new LocalPackFeed(path, options.Value.PollInterval);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A pack that nobody thought of must not end the server.")]
    private async Task RefreshAsync(IPackFeed feed, CancellationToken cancellation)
    {
        try
        {
            using var offer = await feed.PollAsync(cancellation);
            if (offer is null)
            {
                return;
            }

            var start = time.GetTimestamp();
            try
            {
                var (pack, isChecked) = await _packs.OpenAsync(offer.Source, offer.Manifest, progress: null, cancellation);
                Serve(pack, start, cancellation);
                if (feed is LocalPackFeed && !isChecked)
                {
                    // After the copy is served: nobody waits for it. What lies at an address is not fetched to be compared.
                    await PackStore.CheckAsync(offer.Source, offer.Manifest, cancellation);
                }

                store.Accept();
                _lastRefused = "";
                feed.Settle(offer);
            }
            catch (PackException e) when (feed is LocalPackFeed)
            {
                // It is not looked at again until something of it changes; what could not be fetched may come the next time.
                Refuse(feed, e, cancellation);
                feed.Settle(offer);
            }
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Refuse(feed, e, cancellation);
        }
    }

    private void Serve(Pack pack, long start, CancellationToken cancellation)
    {
        if (_served == pack.Id)
        {
            return;
        }

        var severities = SeverityOptions.FromJson(pack.Settings.Span);
        var knowledgeBase = pack.LoadServed();
        preparation.Index(knowledgeBase, pack.OpenIndex);
        metrics.Reloaded(store.Offer(knowledgeBase, severities) ? ReloadResult.Served : ReloadResult.Refused, time.GetElapsedTime(start));
        _served = pack.Id;
        preparation.WhenQuiet(store.Current!, isEdited: false, cancellation);
        Log.Loaded(logger, store.Current!.Id, pack.Id[..12], knowledgeBase.Entries.Count, knowledgeBase.Articles.Count, (int)time.GetElapsedTime(start).TotalMilliseconds);
    }

    private void Refuse(IPackFeed feed, Exception reason, CancellationToken cancellation)
    {
        var diagnostic = PackRefusal.Of(feed.Name, reason);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (message != _lastRefused)
        {
            _lastRefused = message;
            Log.Refused(logger, message);
        }

        if (store.Current is null && _packs.OpenLast(feed.SourceName) is { } last)
        {
            Serve(last, time.GetTimestamp(), cancellation);
        }

        metrics.Reloaded(ReloadResult.Failed, TimeSpan.Zero);
        store.Refuse(new RefusedContent("", time.GetUtcNow(), [diagnostic]));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Serving snapshot {Snapshot} of pack {Pack}: {Entries} entries in {Articles} articles, opened in {Milliseconds} ms")]
        public static partial void Loaded(ILogger logger, string snapshot, string pack, int entries, int articles, int milliseconds);

        [LoggerMessage(2, LogLevel.Error, "The pack is not served: {Error}")]
        public static partial void Refused(ILogger logger, string error);
    }
}
