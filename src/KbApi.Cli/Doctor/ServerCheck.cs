using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Doctor;

/// <summary>A server that runs: whether it is there, and whether it can answer.</summary>
internal static class ServerCheck
{
    private const int MaxAnswer = 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<Finding> RunAsync(ITerminal terminal, Uri url, CancellationToken cancellation)
    {
        try
        {
            using var client = CreateClient();
            using var response = await client.GetAsync(new Uri(url, "/health/ready"), cancellation);
            var ready = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation));
            return (string?)ready?["status"] switch
            {
                "ready" => new Finding("server", CheckState.Ok, terminal.Text("Doctor_ServerReady", url, (string?)ready["snapshot"] ?? "", (int?)ready["entries"] ?? 0)),
                "degraded" => new Finding("server", CheckState.Warning, terminal.Text("Doctor_ServerDegraded", url), terminal.Text("Doctor_ServerDegradedNext", new Uri(url, "/health/ready"))),
                "starting" => new Finding("server", CheckState.Warning, terminal.Text("Doctor_ServerStarting", url), terminal.Text("Doctor_ServerStartingNext")),
                _ => new Finding("server", CheckState.Failed, terminal.Text("Doctor_ServerOther", url), terminal.Text("Doctor_ServerNext")),
            };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new Finding("server", CheckState.Failed, $"{url}: {e.Message}", terminal.Text("Doctor_ServerNext"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return new Finding("server", CheckState.Failed, terminal.Text("Doctor_ServerOther", url), terminal.Text("Doctor_ServerNext"));
        }
    }

    /// <summary>Whether a server of ours answers at an address.</summary>
    public static async Task<bool> IsAliveAsync(Uri url, CancellationToken cancellation)
    {
        try
        {
            using var client = CreateClient();
            using var response = await client.GetAsync(new Uri(url, "/health/live"), cancellation);
            return response.StatusCode == HttpStatusCode.OK && (await response.Content.ReadAsStringAsync(cancellation)).Contains("\"live\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static HttpClient CreateClient() => new() { Timeout = Timeout, MaxResponseContentBufferSize = MaxAnswer };
}
