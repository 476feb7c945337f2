using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Reports;

/// <summary>Sends reports as a careful client does: each with a key, and again with the same key until it is acknowledged. Remembers what was.</summary>
internal sealed class ReportClient
{
    private readonly ConcurrentQueue<int> _open = [];
    private int _numbers;

    /// <summary>The locations of acknowledged reports, by number.</summary>
    public ConcurrentDictionary<int, string> Acknowledged { get; } = [];

    /// <summary>Answers that were neither an acknowledgement nor an honest refusal.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How many times the server said to come back later.</summary>
    public int Refused => _refused;

    private int _refused;

    /// <summary>Sends from some tasks at once until told to stop, or until <paramref name="target"/> are acknowledged.</summary>
    public Task SendAsync(HttpClient client, int tasks, CancellationToken stop, int target = int.MaxValue) => Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested && Acknowledged.Count < target)
        {
            if (!_open.TryDequeue(out var number))
            {
                number = Interlocked.Increment(ref _numbers);
            }

            await SendOneAsync(client, number);
        }
    })));

    /// <summary>Sends what was sent and not acknowledged until it is.</summary>
    public async Task FinishAsync(HttpClient client)
    {
        while (_open.TryDequeue(out var number))
        {
            await SendOneAsync(client, number);
        }
    }

    private async Task SendOneAsync(HttpClient client, int number)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = RunningServer.JsonContent(new JsonObject { ["message"] = $"Event ID 31003, attempt {number}" }) };
            request.Headers.Add("Idempotency-Key", $"key-{number}");
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.Created)
            {
                Acknowledged[number] = response.Headers.Location!.OriginalString;
                return;
            }

            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict && response.Headers.RetryAfter?.Delta > TimeSpan.Zero)
            {
                Interlocked.Increment(ref _refused);
            }
            else
            {
                Wrong.Enqueue($"{(int)response.StatusCode} {body}");
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone.
        }

        _open.Enqueue(number);
    }
}
