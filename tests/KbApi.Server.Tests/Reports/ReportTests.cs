using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Reports;

[Collection(ServerGroup.Name)]
public sealed class ReportTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    private static JsonObject Report => new()
    {
        ["message"] = "Event ID 31003 from PasswordResetService, user anna@contoso.com",
        ["log"] = "password=Hunter2-hunter2 for anna@contoso.com at 10.1.2.3",
        ["product"] = "Entra ID",
        ["locale"] = "sv-SE",
        ["occurredAt"] = "2026-01-31T11:58:00+01:00",
        ["subject"] = "employee-4711",
    };

    [Fact]
    public async Task A_report_is_answered_as_a_classification_and_kept_without_what_must_not_be_kept()
    {
        using var response = await _server.PostAsync("/v1/reports", RunningServer.JsonContent(Report));
        var created = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var classified = await _server.PostAsync("/v1/classify", Report);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/v1/reports/{created["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal(classified["candidates"]!.ToJsonString(), created["candidates"]!.ToJsonString());
        Assert.True(response.Headers.CacheControl!.NoStore);

        var kept = await _server.GetJsonAsync(response.Headers.Location!.OriginalString);
        Assert.Equal("Event ID 31003 from PasswordResetService, user [email-1]", (string)kept["message"]!);
        Assert.Equal("password=[password-1] for [email-1] at [ip-1]", (string)kept["log"]!);
        Assert.Equal(("matched", "sspr/31003", "Entra ID", "sv-SE"), ((string)kept["verdict"]!, (string)kept["candidates"]![0]!["id"]!, (string)kept["product"]!, (string)kept["locale"]!));
        Assert.Equal("2026-01-31T10:58:00+00:00", (string)kept["occurredAt"]!);
        Assert.Equal(DateTimeOffset.Parse((string)kept["receivedAt"]!, null).AddDays(90), DateTimeOffset.Parse((string)kept["deletedAfter"]!, null));
        Assert.DoesNotContain("employee", kept.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(kept["feedback"]!.AsArray());
    }

    [Fact]
    public async Task The_language_of_the_reader_is_kept_where_the_report_names_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = RunningServer.JsonContent(new JsonObject { ["code"] = "31003" }) };
        request.Headers.AcceptLanguage.ParseAdd("sv-SE");
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal("sv-SE", (string)(await _server.GetJsonAsync(response.Headers.Location!.OriginalString))["locale"]!);
    }

    [Fact]
    public async Task A_code_that_no_entry_has_is_kept_as_unknown_and_an_address_in_its_place_is_not()
    {
        var unknown = await CreateAsync(new JsonObject { ["message"] = "It ends with error 0x80041099" });
        var address = await CreateAsync(new JsonObject { ["message"] = "It fails", ["code"] = "10.1.2.3" });

        Assert.Equal("[\"0x80041099\"]", (await _server.GetJsonAsync(unknown))["unknownCodes"]!.ToJsonString());
        var kept = await _server.GetJsonAsync(address);
        Assert.Equal(("[ip-1]", "[]"), ((string)kept["code"]!, kept["unknownCodes"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_deleted_report_is_gone()
    {
        var location = await CreateAsync(Report);

        using var deleted = await _server.SendAsync(HttpMethod.Delete, location);
        using var again = await _server.SendAsync(HttpMethod.Delete, location);

        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.StatusCode, await deleted.Content.ReadAsStringAsync()));
        Assert.Equal("KBAPI-4042", (string)(await RunningServer.ReadProblemAsync(again))["code"]!);
        await _server.GetProblemAsync(HttpStatusCode.NotFound, location);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("01981f0c-7e1a-4c3f-9b1e-0d4a5c6b7e8f")]
    [InlineData("{01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f}")]
    [InlineData("01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f")]
    public async Task What_is_no_report_is_not_found(string id) =>
        Assert.Equal("KBAPI-4042", (string)(await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/reports/" + Uri.EscapeDataString(id)))["code"]!);

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{\"message\":\"x\",\"occurredAt\":\"yesterday\"}", "/occurredAt")]
    [InlineData("{\"message\":\"x\",\"occurredAt\":\"2026-01-31T11:58:00\"}", "/occurredAt")]
    [InlineData("{\"message\":\"x\",\"occurredAt\":7}", "/occurredAt")]
    [InlineData("{\"message\":\"x\",\"subject\":[]}", "/subject")]
    [InlineData("{\"message\":\"x\",\"locale\":\"!\"}", "/locale")]
    public async Task What_is_wrong_with_a_report_is_named(string body, string place)
    {
        using var response = await _server.PostAsync("/v1/reports", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = (await RunningServer.ReadProblemAsync(response))["errors"]!.AsArray();
        Assert.Equal(place.Length == 0 ? "/message" : place, (string)Assert.Single(errors)!["pointer"]!);
    }

    [Fact]
    public async Task Feedback_is_kept_with_the_report()
    {
        var location = await CreateAsync(Report);
        using var first = await _server.PostAsync(location + "/feedback", RunningServer.JsonContent(new JsonObject { ["helpful"] = false, ["rightEntry"] = "sspr/sspr-0029" }));
        using var second = await _server.PostAsync(location + "/feedback", RunningServer.JsonContent(new JsonObject { ["helpful"] = true }));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        var feedback = (await _server.GetJsonAsync(location))["feedback"]!.AsArray();
        Assert.Equal((false, "sspr/sspr-0029"), ((bool)feedback[0]!["helpful"]!, (string)feedback[0]!["rightEntry"]!));
        Assert.Equal((true, null), ((bool)feedback[1]!["helpful"]!, (string?)feedback[1]!["rightEntry"]));
        Assert.Equal(feedback[0]!.ToJsonString(), JsonNode.Parse(await first.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("{\"helpful\":\"yes\"}", "/helpful")]
    [InlineData("{\"rightEntry\":\"sspr/nothing\"}", "/rightEntry")]
    public async Task Feedback_that_says_nothing_or_names_no_entry_is_refused(string body, string place)
    {
        var location = await CreateAsync(Report);
        using var response = await _server.PostAsync(location + "/feedback", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(place, (string)Assert.Single((await RunningServer.ReadProblemAsync(response))["errors"]!.AsArray())!["pointer"]!);
    }

    [Fact]
    public async Task Feedback_on_no_report_is_not_found()
    {
        using var response = await _server.PostAsync("/v1/reports/01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f/feedback", RunningServer.JsonContent(new JsonObject { ["helpful"] = true }));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_not_report()
    {
        using var response = await _server.SendAsync(
            HttpMethod.Options, "/v1/reports", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        Assert.DoesNotContain("POST", response.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? string.Join(',', methods) : "", StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(JsonNode report)
    {
        using var response = await _server.PostAsync("/v1/reports", RunningServer.JsonContent(report));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
