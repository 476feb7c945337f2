using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Problems;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace KbApi.Server.Tests.Problems;

[Collection(ServerGroup.Name)]
public sealed class ProblemTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    public static IEnumerable<object[]> TypesAndLocales() =>
        from type in ProblemType.All
        from locale in new[] { "en-US", "sv-SE" }
        select new object[] { type.Anchor, locale };

    [Theory]
    [MemberData(nameof(TypesAndLocales))]
    public async Task Every_problem_type_resolves_to_an_entry_in_the_callers_language(string anchor, string locale)
    {
        var type = ProblemType.All.Single(t => t.Anchor == anchor);
        var entry = await _server.GetJsonAsync($"/v1/entries/api-problems/{anchor}", ("Accept-Language", locale));
        var byCode = await _server.GetJsonAsync($"/v1/codes/{type.Code}?locale={locale}");

        Assert.Equal(locale, (string)entry["locale"]!);
        Assert.Equal($"{type.Code}: {ApiProblem.Title(type, CultureInfo.GetCultureInfo(locale))}", (string)entry["title"]!);
        Assert.NotNull(entry["resolution"]);
        Assert.NotEmpty(entry["causes"]!.AsArray());
        Assert.Equal((string)entry["id"]!, (string)byCode["id"]!);
    }

    [Fact]
    public void Every_code_begins_with_its_status() =>
        Assert.All(ProblemType.All, t => Assert.StartsWith("KBAPI-" + t.Status.ToString(CultureInfo.InvariantCulture), t.Code, StringComparison.Ordinal));

    [Theory]
    [InlineData("GET", "/v1/nothing", HttpStatusCode.NotFound, "KBAPI-4043")]
    [InlineData("GET", "/nothing/at/all", HttpStatusCode.NotFound, "KBAPI-4043")]
    [InlineData("POST", "/v1/locales", HttpStatusCode.MethodNotAllowed, "KBAPI-4051")]
    [InlineData("DELETE", "/v1/entries/sspr/31003", HttpStatusCode.MethodNotAllowed, "KBAPI-4051")]
    public async Task The_frameworks_own_errors_are_problems_too(string method, string path, HttpStatusCode status, string code)
    {
        using var response = await _server.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
        Assert.Equal(status == HttpStatusCode.MethodNotAllowed, response.Content.Headers.Allow.Contains("GET"));
    }

    [Theory]
    [InlineData("sv-SE,sv;q=0.9,en;q=0.8", "Det finns ingenting med detta id")]
    [InlineData("en-GB", "There is nothing with this id")]
    [InlineData("fi-FI, de", "There is nothing with this id")]
    public async Task Problems_speak_the_callers_language(string acceptLanguage, string title)
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/entries/nothing", ("Accept-Language", acceptLanguage));

        Assert.Equal(title, (string)problem["title"]!);
    }

    [Theory]
    [InlineData("GET /v1/codes/a%00b HTTP/1.1\r\nHost: x\r\n\r\n", 400, "KBAPI-4003")]
    [InlineData("GET /v1/locales HTTP/1.1\r\nHost: x\r\nAccept-Language: a\0b\r\n\r\n", 400, "KBAPI-4003")]
    [InlineData("GET /v1/locales HTTP/1.1\r\n\r\n", 400, "KBAPI-4003")]
    [InlineData("nonsense\r\n\r\n", 400, "KBAPI-4003")]
    public async Task What_the_web_server_itself_refuses_is_a_problem_too(string request, int status, string code)
    {
        var address = _server.Client.BaseAddress!;
        using var client = new TcpClient(address.Host, address.Port) { ReceiveTimeout = 20_000 };
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        var parts = answer.Split("\r\n\r\n", 2);
        var problem = JsonNode.Parse(parts[1])!;

        Assert.StartsWith($"HTTP/1.1 {status} ", parts[0], StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", parts[0], StringComparison.Ordinal);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal("api-problems/malformed-request", (string)(await _server.GetJsonAsync((string)problem["type"]!))["id"]!);
    }

    [Fact]
    public async Task The_type_of_a_problem_is_an_address_that_answers()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/codes/nothing");
        var entry = await _server.GetJsonAsync((string)problem["type"]!);

        Assert.Equal("api-problems/unknown-code", (string)entry["id"]!);
    }

    [Fact]
    public async Task Problem_types_resolve_whatever_content_is_served()
    {
        var folder = Directory.CreateTempSubdirectory("kb-other-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "other.md"), "# Other\n\n| Error | Solution |\n| --- | --- |\n| It hums | Turn it off |\n");
            await using var server = await RunningServer.StartAsync(folder.FullName);

            Assert.Equal("other/it-hums", (string)(await server.GetJsonAsync("/v1/entries?article=other"))["items"]![0]!["id"]!);
            Assert.Equal("KBAPI-4041: Koden är inte dokumenterad", (string)(await server.GetJsonAsync("/v1/codes/KBAPI-4041?locale=sv"))["title"]!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Before_content_is_loaded_the_answer_is_to_try_again()
    {
        await using var server = await RunningServer.StartAsync(
            Repository.Content,
            builder => builder.Services.RemoveAll<IHostedService>(),
            waitUntilReady: false);
        using var response = await server.GetAsync("/v1/locales", ("Accept-Language", "sv"));
        using var ready = await server.GetAsync("/health/ready");
        using var live = await server.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("1", response.Headers.RetryAfter!.ToString());
        var problem = await RunningServer.ReadProblemAsync(response);
        Assert.Equal("KBAPI-5031", (string)problem["code"]!);
        Assert.Equal("Inget innehåll är inläst ännu", (string)problem["title"]!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
