using System.Collections.Concurrent;
using System.Net.Sockets;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace KbApi.Server.Tests.Security;

/// <summary>A caller who hangs up in the middle of a request is no failure of the server: nobody is called at night for it.</summary>
public sealed class HangUpTests
{
    [Fact]
    public async Task Who_hangs_up_in_the_middle_of_a_request_leaves_no_error_in_the_log()
    {
        using var log = new LogLines();
        await using var server = await RunningServer.StartAsync(Repository.Content, b => b.Logging.AddProvider(log).AddFilter<LogLines>(null, LogLevel.Debug));

        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
            await client.GetStream().WriteAsync("POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"message\":"u8.ToArray());

            // Not before the body is being read.
            await RunningServer.WaitUntilAsync(() => Task.FromResult(log.Lines.Any(l => l.Text.Contains("POST", StringComparison.Ordinal) && l.Text.Contains("/v1/classify", StringComparison.Ordinal))));
        }

        await RunningServer.WaitUntilAsync(() => Task.FromResult(log.Lines.Any(l => l.Text.Contains("/v1/classify", StringComparison.Ordinal) && l.Text.StartsWith("Request finished", StringComparison.Ordinal))));
        Assert.DoesNotContain(log.Lines, l => l.Level >= LogLevel.Error);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
