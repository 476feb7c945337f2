using System.Net;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Locales;

[Collection(ServerGroup.Name)]
public sealed class LocaleNegotiationTests(ServerFixture fixture)
{
    private const string Entry = "/v1/entries/sspr/no-email";

    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("?locale=sv-SE", "", "sv-SE", "sv-SE", false)]
    [InlineData("?locale=sv_se", "", "sv-SE", "sv-SE", false)]
    [InlineData("?locale=sv", "", "sv-SE", "sv", false)]
    [InlineData("?locale=sv-FI", "", "sv-SE", "sv-FI", false)]
    [InlineData("?locale=de-DE", "", "en-US", "de-DE", true)]
    [InlineData("?locale=en-GB", "sv-SE", "en-US", "en-GB", false)]
    [InlineData("", "sv-SE", "sv-SE", "sv-SE", false)]
    [InlineData("", "fi, sv;q=0.8, en;q=0.5", "sv-SE", "sv", false)]
    [InlineData("", "en;q=0.2, sv;q=0.9", "sv-SE", "sv", false)]
    [InlineData("", "sv;q=0, en", "en-US", "en", false)]
    [InlineData("", "fi", "en-US", "fi", true)]
    [InlineData("", "*", "en-US", "en-US", false)]
    [InlineData("", "", "en-US", "en-US", false)]
    [InlineData("", "!!!;;;q=", "en-US", "en-US", false)]
    public async Task The_locale_is_negotiated_and_declared(string query, string acceptLanguage, string locale, string requested, bool isFallback)
    {
        using var response = await _server.GetAsync(Entry + query, ("Accept-Language", acceptLanguage));
        var entry = await _server.GetJsonAsync(Entry + query, ("Accept-Language", acceptLanguage));

        Assert.Equal([locale], response.Content.Headers.ContentLanguage);
        Assert.Equal(["Accept", "Accept-Language"], response.Headers.Vary);
        Assert.Equal(locale, (string)entry["locale"]!);
        Assert.Equal(requested, (string)entry["requestedLocale"]!);
        Assert.Equal(isFallback, (bool)entry["isFallback"]!);
        Assert.Equal(["en-US", "sv-SE"], entry["locales"]!.AsArray().Select(l => (string)l!));
    }

    [Theory]
    [InlineData("locale=svenska")]
    [InlineData("locale=")]
    [InlineData("locale=sv-SE&locale=en-US")]
    [InlineData("locale=../../etc")]
    public async Task A_locale_that_is_none_is_refused(string query)
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, $"{Entry}?{query}");

        Assert.Equal("KBAPI-4001", (string)problem["code"]!);
        Assert.Equal("locale", (string)problem["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task Without_fallback_a_missing_translation_is_a_problem_that_names_those_that_exist()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.NotFound, Entry + "?locale=de-DE&fallback=none");

        Assert.Equal("KBAPI-4044", (string)problem["code"]!);
        Assert.Equal(["en-US", "sv-SE"], problem["locales"]!.AsArray().Select(l => (string)l!));
        Assert.Equal("sv-SE", (string)(await _server.GetJsonAsync(Entry + "?locale=sv-SE&fallback=none"))["locale"]!);
    }

    [Fact]
    public async Task An_unknown_fallback_is_refused() =>
        Assert.Equal("fallback", (string)(await _server.GetProblemAsync(HttpStatusCode.BadRequest, Entry + "?fallback=all"))["errors"]![0]!["parameter"]!);

    [Fact]
    public async Task With_field_fallback_only_gaps_are_filled_and_declared()
    {
        using var content = new TemporaryContent();
        content.Replace("sv-SE/sspr.md", "Oftast har meddelandet stoppats av ett skräppostfilter.", "–");
        await using var server = await RunningServer.StartAsync(content.Path);

        var whole = await server.GetJsonAsync(Entry + "?locale=sv-SE");
        var filled = await server.GetJsonAsync(Entry + "?locale=sv-SE&fallback=field");

        Assert.Empty(whole["causes"]!.AsArray());
        Assert.Equal("sv-SE", (string)filled["locale"]!);
        Assert.Contains("spam filter", (string)filled["causes"]![0]!, StringComparison.Ordinal);
        Assert.Equal("en-US", (string)filled["fieldLocales"]!["causes"]!);
        Assert.Single(filled["fieldLocales"]!.AsObject());
        Assert.StartsWith("Användaren får aldrig", (string)filled["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_that_says_another_number_is_stale_and_says_which()
    {
        using var content = new TemporaryContent();
        content.Replace("sv-SE/sspr.md", "Låt användaren vänta 10 sekunder.", "Låt användaren vänta 20 sekunder.");
        await using var server = await RunningServer.StartAsync(content.Path);

        var entry = await server.GetJsonAsync("/v1/entries/sspr/user-not-contactable?locale=sv-SE");
        var reason = Assert.Single(entry["staleness"]!["reasons"]!.AsArray())!;

        Assert.Equal("stale", (string)entry["staleness"]!["state"]!);
        Assert.Equal(("resolution", "10", "20"), ((string)reason["field"]!, (string)reason["source"]!, (string)reason["here"]!));
        Assert.Equal(1, (int)(await server.GetJsonAsync("/v1/locales"))["items"]![1]!["stale"]!);
    }
}
