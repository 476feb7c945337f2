using System.Net;
using KbApi.Server.Access;
using KbApi.Server.Tests.Access;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Site;

/// <summary>What is asked and not answered, on the page about the content's health.</summary>
public sealed class HealthGapsTests : IDisposable
{
    private readonly TestKeys _keys = new();

    public void Dispose() => _keys.Dispose();

    [Theory]
    [InlineData("en", "What is asked and not answered", "Unknown code")]
    [InlineData("sv", "Det som efterfrågas utan svar", "Okänd kod")]
    public async Task Whoever_may_read_insights_sees_what_is_asked_how_often_and_what_is_closest(string language, string title, string kind)
    {
        await using var server = await RunningServer.StartWithAsync();
        await AskAsync(server);

        var page = await server.Client.GetStringAsync("/health?locale=" + language);

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Matches($"""<tr><th scope="row">31099</th><td>{kind}</td>\s*<td><a href="/entries/sspr/31044[^"]*" lang="{language}-[A-Z]+">[^<]+</a></td><td class="number">2</td>""", page);
        Assert.Contains("The tea of &lt;mail&gt; is cold", page, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_do_not_see_it()
    {
        var key = await _keys.AddAsync(Scopes.InsightsRead);
        await using var server = await RunningServer.StartWithAsync("--Kb:Keys:File", _keys.Path);
        await AskAsync(server, ("Authorization", "Bearer " + key));

        using var anonymous = await server.GetAsync("/health");
        using var reader = await server.GetAsync("/health", ("Authorization", "Bearer " + key));

        Assert.Equal(HttpStatusCode.OK, anonymous.StatusCode);
        Assert.DoesNotContain("31099", await anonymous.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("31099", await reader.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_missing_that_is_said_and_where_nothing_is_kept_nothing()
    {
        await using var server = await RunningServer.StartWithAsync();
        await using var without = await RunningServer.StartWithAsync("--Kb:Store", "off");

        Assert.Contains("Everything that was asked has an answer.", await server.Client.GetStringAsync("/health"), StringComparison.Ordinal);
        Assert.DoesNotContain("What is asked", await without.Client.GetStringAsync("/health"), StringComparison.Ordinal);
    }

    private static async Task AskAsync(RunningServer server, params (string, string)[] headers)
    {
        (await server.GetAsync("/v1/codes/31099")).Dispose();
        (await server.GetAsync("/v1/codes/31099")).Dispose();
        (await server.GetAsync("/v1/messages/resolve?text=The+tea+of+anna%40contoso.com+is+cold")).Dispose();
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/insights/gaps", headers))["total"]! == 2, TimeSpan.FromSeconds(60));
    }
}
