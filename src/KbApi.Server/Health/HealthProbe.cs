namespace KbApi.Server.Health;

/// <summary>Asks a running server whether it is alive: for containers, whose images have no tool that could.</summary>
internal static class HealthProbe
{
    private const int Alive = 0;
    private const int NotAlive = 1;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static async Task<int> AskAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server))
        {
            return NotAlive;
        }

        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(new Uri(server, "/health/live"), cancellation);
            return response.IsSuccessStatusCode ? Alive : NotAlive;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return NotAlive;
        }
    }
}
