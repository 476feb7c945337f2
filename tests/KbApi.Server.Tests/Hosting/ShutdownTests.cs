using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace KbApi.Server.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_server_that_is_told_to_stop_says_so_before_it_closes()
    {
        await using var server = await ServerProcess.StartAsync("--Kb:ShutdownDelay", "00:00:05");

        server.Terminate();
        await server.WaitUntilAsync(async () => (await server.Client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable);

        Assert.Equal("stopping", (string?)JsonNode.Parse(await (await server.Client.GetAsync("/health/ready")).Content.ReadAsStringAsync())!["status"]);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/v1/codes/SSPR_0029")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    [Fact]
    public async Task A_request_that_is_under_way_is_answered()
    {
        await using var server = await ServerProcess.StartAsync();
        var body = """{ "message": "Error SSPR_0029" }""";
        using var client = new TcpClient("127.0.0.1", server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/classify HTTP/1.1\r\nHost: kb\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n"));

        // That is said when the handler begins to read.
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        Assert.Equal("", await reader.ReadLineAsync());
        server.Terminate();
        await server.WaitUntilAsync(() => Task.FromResult(server.Lines.Any(l => l.Contains("shutting down", StringComparison.Ordinal))));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));

        Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync());
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    [Theory]
    [InlineData("--Kb:Defaultlocal", "sv-SE", "Kb:Defaultlocal is no setting; there are ")]
    [InlineData("--Kb:RateLimit:Brust", "1", "Kb:RateLimit:Brust is no setting; there are AddressHeader, Burst, KeyRequestsPerSecond, RequestsPerSecond.")]
    [InlineData("--Kb:ShutdownDelay", "1.00:00:00", "Kb:ShutdownDelay is out of range")]
    [InlineData("--Kb:PollInterval", "often", "Kb:PollInterval")]
    public async Task Wrong_settings_are_named_and_the_server_does_not_start(string name, string value, string complaint)
    {
        await using var server = ServerProcess.Begin(name, value);

        Assert.Equal(2, await server.WaitForExitAsync());
        var line = Assert.Single(server.Lines, l => l.Length > 0);
        Assert.StartsWith("crit: ", line);
        Assert.Contains(complaint, line);
    }
}
