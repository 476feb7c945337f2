using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Codes;

[Collection(ServerGroup.Name)]
public sealed class CodeTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("SSPR_0029", "sspr/sspr-0029")]
    [InlineData("sspr_0029", "sspr/sspr-0029")]
    [InlineData("sspr 29", "sspr/sspr-0029")]
    [InlineData("SSPR-29", "sspr/sspr-0029")]
    [InlineData("SSPR29", "sspr/sspr-0029")]
    [InlineData("OnPremisesAdminActionRequired", "sspr/sspr-0029")]
    [InlineData("onpremisesadminactionrequired = 29", "sspr/sspr-0029")]
    [InlineData("0x80230619", "sspr/6329-0x80230619")]
    [InlineData("0X80230619", "sspr/6329-0x80230619")]
    [InlineData("80230619", "sspr/6329-0x80230619")]
    [InlineData("hr=80230619", "sspr/6329-0x80230619")]
    [InlineData("HRESULT: 0x80230619", "sspr/6329-0x80230619")]
    [InlineData("-2145188327", "sspr/6329-0x80230619")]
    [InlineData("2149778969", "sspr/6329-0x80230619")]
    [InlineData("31003", "sspr/31003")]
    [InlineData("Event ID 31003", "sspr/31003")]
    [InlineData("error: 31003", "sspr/31003")]
    [InlineData("PasswordResetFail", "sspr/31003")]
    [InlineData("\"ADMutliMatchError\"", "sspr/33003")]
    [InlineData("KBAPI-4041", "api-problems/unknown-code")]
    public async Task A_code_is_found_in_any_spelling(string spelling, string entry)
    {
        var answer = await _server.GetJsonAsync("/v1/codes/" + Uri.EscapeDataString(spelling));

        Assert.Equal(entry, (string)answer["id"]!);
    }

    [Fact]
    public async Task The_code_of_one_entry_answers_with_the_entry_and_where_it_lies()
    {
        using var response = await _server.GetAsync("/v1/codes/SSPR_0029?locale=sv-SE");
        var entry = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/v1/entries/sspr/sspr-0029?locale=sv-SE", response.Content.Headers.ContentLocation!.ToString());
        Assert.Equal("sv-SE", (string)entry["locale"]!);
        Assert.False((bool)entry["isFallback"]!);
        Assert.Equal(
            ["sspr-flag:OnPremisesAdminActionRequired", "sspr-flag:29", "sspr:SSPR_0029"],
            entry["codes"]!.AsArray().Select(c => $"{c!["scheme"]}:{c["value"]}"));
        Assert.Equal("user", (string)entry["audience"]!);
        Assert.Equal("administrator", (string)entry["handOff"]!);
        Assert.Equal("error", (string)entry["severity"]!);
        var location = response.Content.Headers.ContentLocation!.ToString();
        Assert.True(JsonNode.DeepEquals(entry, await _server.GetJsonAsync(location)));
    }

    [Theory]
    [InlineData("6329", "sspr/6329-0x80230619", "sspr/new-forest")]
    [InlineData("32002", "sspr/32002", "sspr/servicebus-connection")]
    [InlineData("32009", "sspr/32009", "sspr/writeback-not-configured")]
    public async Task The_code_of_several_entries_answers_with_all_of_them_the_one_about_it_first(string code, string first, string second)
    {
        var answer = await _server.GetJsonAsync("/v1/codes/" + code);

        Assert.Equal(code, (string)answer["code"]!);
        Assert.Equal([first, second], answer["matches"]!.AsArray().Select(m => (string)m!["id"]!));
    }

    [Theory]
    [InlineData("6329?source=ADSync", "sspr/6329-0x80230619")]
    [InlineData("31003?source=passwordresetservice", "sspr/31003")]
    [InlineData("9?scheme=sspr-flag", "sspr/sspr-0009")]
    [InlineData("31003?scheme=event", "sspr/31003")]
    public async Task Source_and_scheme_narrow_the_look_up(string codeAndQuery, string entry) =>
        Assert.Equal(entry, (string)(await _server.GetJsonAsync("/v1/codes/" + codeAndQuery))["id"]!);

    [Theory]
    [InlineData("31003?source=ADSync")]
    [InlineData("31003?scheme=hresult")]
    [InlineData("9")]
    [InlineData("29")]
    [InlineData("3100")]
    [InlineData("310030")]
    [InlineData("0x8023061")]
    [InlineData("443")]
    public async Task Digits_never_match_approximately(string codeAndQuery) =>
        await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/codes/" + codeAndQuery);

    [Fact]
    public async Task An_unknown_code_answers_with_its_neighbours_and_its_family()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/codes/31099?locale=sv-SE");

        Assert.Equal("KBAPI-4041", (string)problem["code"]!);
        Assert.EndsWith("/v1/entries/api-problems/unknown-code", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Equal("Koden är inte dokumenterad", (string)problem["title"]!);
        Assert.Contains("31099", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("31044", (string)problem["nearest"]![0]!["code"]!);
        Assert.Equal("sspr/31044", (string)problem["nearest"]![0]!["entry"]!);
        Assert.Equal("åtgärdsförlopp", (string)problem["family"]!["title"]!);
        Assert.Equal("31000-31999", (string)problem["family"]!["pattern"]!);
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("%F0%9F%92%A5")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%3Cscript%3E")]
    public async Task Nonsense_is_answered_with_a_problem(string code)
    {
        using var response = await _server.GetAsync("/v1/codes/" + code);

        Assert.InRange((int)response.StatusCode, 400, 404);
        await RunningServer.ReadProblemAsync(response);
    }

    [Fact]
    public async Task An_overlong_code_is_refused_by_name()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/codes/" + new string('9', 201));

        Assert.Equal("code", (string)problem["errors"]![0]!["parameter"]!);
    }
}
