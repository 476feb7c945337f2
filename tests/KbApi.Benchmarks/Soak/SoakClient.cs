using System.Text;

namespace KbApi.Benchmarks.Soak;

/// <summary>Asks one thing after the other, and reads all of the answers.</summary>
/// <param name="address">The server.</param>
/// <param name="requests">What is asked.</param>
/// <param name="tally">Where answers are counted.</param>
internal sealed class SoakClient(Uri address, SoakRequests requests, SoakTally tally)
{
    /// <summary>Longer than the server may take for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Between requests, so that others can use the machine, too.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    public async Task RunAsync(CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        while (!stop.IsCancellationRequested)
        {
            await AskAsync(client, requests.Next());
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task AskAsync(HttpClient client, SoakRequest request)
    {
        using var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(request.Target, UriKind.Relative));
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Language", request.Language);
        message.Content = request.Body is null ? null : new StringContent(request.Body, Encoding.UTF8, "application/json");
        var wasStoreAway = tally.IsStoreAway;
        try
        {
            using var answer = await client.SendAsync(message);
            await answer.Content.ReadAsByteArrayAsync();
            tally.Answered(request, (int)answer.StatusCode, wasStoreAway);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            tally.Broke(request, e);
        }
    }
}
