using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>
/// Before the server stops: <c>/health/ready</c> answers 503 while everything else is still answered, for as long as <see cref="ServerOptions.ShutdownDelay"/>
/// says, so that a balancer sends nothing more when the door is closed. What is under way then is finished.
/// </summary>
internal sealed partial class Draining(IOptions<ServerOptions> options, TimeProvider time, ILogger<Draining> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var delay = options.Value.ShutdownDelay;
        if (delay > TimeSpan.Zero)
        {
            Log.Draining(logger, delay.TotalSeconds);
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Stopping in {Seconds} s; until then requests are answered and /health/ready says 503")]
        public static partial void Draining(ILogger logger, double seconds);
    }
}
