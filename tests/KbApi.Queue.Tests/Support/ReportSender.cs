using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace KbApi.Queue.Tests.Support;

/// <summary>
/// Sends numbered reports, many at a time. Each has a key; every second one is sent until it is acknowledged, as a patient client does, the others once.
/// </summary>
internal sealed class ReportSender(Fleet fleet)
{
    private const int AtOnce = 32;
    private const int Steps = 9;
    private const string Beginning = "Report number ";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private int _repeated;

    /// <summary>Ids of acknowledged reports by their number.</summary>
    public ConcurrentDictionary<int, string> Acknowledged { get; } = new();

    /// <summary>What was said to those that were not.</summary>
    public ConcurrentDictionary<int, string> Refused { get; } = new();

    /// <summary>How many requests were sent again.</summary>
    public int Repeated => _repeated;

    /// <summary>How long the sending took.</summary>
    public TimeSpan Elapsed { get; private set; }

    public static string MessageOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Beginning}{number}: error SSPR_0029 was shown");

    public static int NumberOf(string message) => int.Parse(message.AsSpan(Beginning.Length, message.IndexOf(':', StringComparison.Ordinal) - Beginning.Length), CultureInfo.InvariantCulture);

    /// <summary>Sends reports.</summary>
    /// <param name="count">How many.</param>
    /// <param name="atStep">Told when each eighth is sent, while the others go on.</param>
    public async Task SendAsync(int count, Func<int, Task> atStep)
    {
        var start = Stopwatch.GetTimestamp();
        var sent = 0;
        using var oneStep = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            await SendAsync(number);
            var now = Interlocked.Increment(ref sent);
            if (now * Steps / count is var step && step != (now - 1) * Steps / count)
            {
                await oneStep.WaitAsync(CancellationToken.None);
                try
                {
                    await atStep(step);
                }
                finally
                {
                    oneStep.Release();
                }
            }
        });
        Elapsed = Stopwatch.GetElapsedTime(start);
    }

    private async Task SendAsync(int number)
    {
        var start = Stopwatch.GetTimestamp();
        var attempt = 0;
        while (true)
        {
            var (id, refusal) = await SendOnceAsync(number, attempt++);
            if (id is not null)
            {
                Acknowledged[number] = id;
                return;
            }

            if (number % 2 == 1 || Stopwatch.GetElapsedTime(start) > Patience)
            {
                Refused[number] = refusal!;
                return;
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(Pause);
        }
    }

    private async Task<(string? Id, string? Refusal)> SendOnceAsync(int number, int attempt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = JsonContent.Create(new { message = MessageOf(number) }) };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"key-{number}"));
        try
        {
            using var response = await fleet.Api(number + attempt).SendAsync(request);
            if (response.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK or HttpStatusCode.Created)
            {
                return (response.Headers.Location!.OriginalString.Split('/')[^1], null);
            }

            Assert.True(response.StatusCode != HttpStatusCode.ServiceUnavailable || response.Headers.RetryAfter is not null, "Who is sent away is told when to come again.");
            return (null, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException)
        {
            return (null, "connection");
        }
    }
}
