using System.Globalization;
using System.Net;
using KbApi.Server.Access;
using KbApi.Server.Access.Keys;
using KbApi.Server.Hosting;
using KbApi.Server.RateLimiting;
using KbApi.Server.Tests.Access;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Tests.RateLimiting;

/// <summary>One address can't take the server away from the others.</summary>
public sealed class RateLimitTests
{
    private const int Burst = 5;

    /// <summary>So many requests at once that no machine is slow enough to let all of them pass.</summary>
    private const int Crowd = 60;

    [Fact]
    public async Task More_requests_than_an_address_may_make_are_refused_and_told_when_to_come_again()
    {
        await using var server = await StartAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => AskAsync(server)));
        Assert.InRange(statuses.Count(s => s == HttpStatusCode.OK), Burst, Crowd - 1);
        Assert.All(statuses, s => Assert.True(s is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));

        using var refusal = await RefusedAsync(server);
        var problem = await RunningServer.ReadProblemAsync(refusal);
        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.StatusCode);
        Assert.Equal(("KBAPI-4291", "För många begäranden"), ((string)problem["code"]!, (string)problem["title"]!));
        Assert.InRange(refusal.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal("*", Assert.Single(refusal.Headers.GetValues("Access-Control-Allow-Origin")));
        using var health = await server.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);

        // It is not locked out: what it is told is true.
        await Task.Delay(refusal.Headers.RetryAfter.Delta.Value);
        using var again = await server.GetAsync("/v1/codes/SSPR_0029");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Another_address_is_not_refused()
    {
        await using var server = await StartAsync("127.0.0.1");
        var statuses = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(i => AskAsync(server, ("X-Forwarded-For", $"198.51.100.{i}, 203.0.113.7"))));

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("X-Forwarded-For", "203.0.113.8")));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("X-Forwarded-For", "203.0.113.9:4711")));
    }

    [Fact]
    public async Task Who_is_no_known_proxy_is_not_believed()
    {
        await using var server = await StartAsync("203.0.113.1");
        var statuses = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(i => AskAsync(server, ("X-Forwarded-For", $"198.51.100.{i}"))));

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task A_key_has_requests_of_its_own_and_one_that_opens_nothing_has_not()
    {
        using var keys = new TestKeys();
        var key = ("Authorization", "Bearer " + await keys.AddAsync(Scopes.ContentRead));
        var other = ("Authorization", "Bearer " + await keys.AddAsync(Scopes.ContentRead));
        await using var server = await StartAsync("", keys.Path);
        var anonymous = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => AskAsync(server, ("Authorization", "Bearer " + KeyText.Create()))));
        Assert.Contains(HttpStatusCode.TooManyRequests, anonymous);

        // The address has none left; the key has, until it has used them, and the other key has its own.
        var first = await AskAsync(server, key);
        var crowd = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => AskAsync(server, key)));
        Assert.Equal(HttpStatusCode.OK, first);
        Assert.Contains(HttpStatusCode.TooManyRequests, crowd);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, other));
    }

    [Fact]
    public async Task Without_limits_nothing_is_refused()
    {
        await using var server = await RunningServer.StartAsync(Repository.Content);
        for (var i = 0; i < 200; i++)
        {
            using var answer = await server.GetAsync("/v1/codes/SSPR_0029");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("unknown", "", true)]
    public void A_client_is_an_address_or_a_network_of_version_six(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ClientOf(one) == ClientOf(other));

    [Theory]
    [InlineData("-1", "0")]
    [InlineData("5", "1000001")]
    public async Task Numbers_that_mean_nothing_are_named_at_the_start(string rate, string burst)
    {
        await using var app = KbApiServer.Create(["--urls", "http://127.0.0.1:0", "--Kb:Content:0", Repository.Content, "--Kb:RateLimit:RequestsPerSecond", rate, "--Kb:RateLimit:Burst", burst]);

        Assert.Contains("Kb:RateLimit", (await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync())).Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningServer server, params (string Name, string Value)[] headers)
    {
        using var answer = await server.GetAsync("/v1/codes/SSPR_0029", headers);
        return answer.StatusCode;
    }

    /// <summary>Asks until it is refused.</summary>
    private static async Task<HttpResponseMessage> RefusedAsync(RunningServer server)
    {
        while (true)
        {
            var answer = await server.GetAsync("/v1/codes/SSPR_0029?locale=sv-SE", ("Origin", "https://portal.example"));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
        }
    }

    private static ClientAddress ClientOf(string text) => ClientAddress.Of(IPAddress.TryParse(text, out var address) ? address : null);

    private static Task<RunningServer> StartAsync(string proxy = "", string keys = "") => RunningServer.StartAsync(Repository.Content, builder =>
    {
        builder.Configuration["Kb:RateLimit:RequestsPerSecond"] = "1";
        builder.Configuration["Kb:RateLimit:Burst"] = Burst.ToString(CultureInfo.InvariantCulture);
        if (proxy.Length > 0)
        {
            builder.Configuration["Kb:Proxies:0"] = proxy;
        }

        builder.Configuration["Kb:Keys:File"] = keys;
    });
}
