using KbApi.Reports.Storage;

namespace KbApi.Server.Reports;

/// <summary>Opens the store at the start, so that what is wrong with it is known then; and deletes reports that are older than they may be, every hour.</summary>
internal sealed partial class ReportRetention(ReportDesk desk, TimeProvider time, ILogger<ReportRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!desk.Options.IsOn)
        {
            Log.Off(logger);
            return;
        }

        Log.On(logger, desk.Options.Location.ToString(), desk.Options.Retention is { } kept ? $"{kept.TotalDays:0.##} days" : "as long as nobody deletes them");
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await DeleteAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>A file that nobody has named is made when there is a report for it.</summary>
    private bool IsAwaited => desk.Options.IsNamed || File.Exists(desk.Options.Location.Address);

    private async Task DeleteAsync(CancellationToken cancellation)
    {
        if (!IsAwaited)
        {
            return;
        }

        try
        {
            await desk.Store.PrepareAsync(cancellation);
            if (desk.Options.Retention is { } kept && desk.Gaps is { } gaps)
            {
                await gaps.DeleteOlderAsync(DateOnly.FromDateTime((time.GetUtcNow() - kept).UtcDateTime), cancellation);
            }

            if (desk.Options.Retention is { } retention && await desk.Store.DeleteOlderAsync(time.GetUtcNow() - retention, cancellation) is > 0 and var deleted)
            {
                Log.Deleted(logger, deleted);
            }
        }
        catch (StoreUnavailableException e)
        {
            Log.Unavailable(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports are kept in {Location}, for {Time}")]
        public static partial void On(ILogger logger, string location, string time);

        [LoggerMessage(2, LogLevel.Information, "No reports are kept")]
        public static partial void Off(ILogger logger);

        [LoggerMessage(3, LogLevel.Information, "Deleted {Count} reports that were older than they may be")]
        public static partial void Deleted(ILogger logger, long count);

        [LoggerMessage(4, LogLevel.Error, "The store of reports cannot be used: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
