using System.Net;
using KbApi.Server.Tests.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Server.Tests.Security;

/// <summary>Nobody holds on to the server by being slow.</summary>
public sealed class SlowRequestTests
{
    private const string HalfAReport = "POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"message\":";

    /// <summary>The answer to a request that takes longer than it may.</summary>
    public static async Task<HttpResponseMessage> TookTooLongAsync()
    {
        await using var server = await RunningServer.StartWithAsync("--Kb:Limits:Timeout", "00:00:01");
        return (await RawCaller.SendAsync(server.Client.BaseAddress!, HalfAReport))!;
    }

    /// <summary>The answer to a request whose body trickles in.</summary>
    public static async Task<HttpResponseMessage> TooSlowAsync()
    {
        await using var server = await RunningServer.StartAsync(Repository.Content, b => b.Services.Configure<KestrelServerOptions>(
            k => k.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 10_000, gracePeriod: TimeSpan.FromSeconds(1.1))));
        return (await RawCaller.SendAsync(server.Client.BaseAddress!, HalfAReport))!;
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        using var response = await TookTooLongAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("KBAPI-5033", (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
        Assert.Equal("5", response.Headers.RetryAfter!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_given_up()
    {
        using var response = await TooSlowAsync();

        Assert.Equal(HttpStatusCode.RequestTimeout, response.StatusCode);
        Assert.Equal("KBAPI-4081", (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
    }

    [Theory]
    [InlineData("--Kb:Limits:Timeout", "00:00:00")]
    [InlineData("--Kb:Limits:StreamTimeout", "00:00:01")]
    [InlineData("--Kb:Limits:Connections", "0")]
    public async Task Limits_that_mean_nothing_are_named_at_the_start(params string[] settings) =>
        Assert.Contains("Kb:Limits", (await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningServer.StartWithAsync(settings))).Message, StringComparison.Ordinal);
}
