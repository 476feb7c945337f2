using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Logs;

[Collection(ServerGroup.Name)]
public sealed class LogAnalysisTests(ServerFixture fixture)
{
    private const string Log =
        """
        Level,Date and Time,Source,Event ID,Task Category
        Information,2026-03-01T10:02:00Z,PasswordResetService,31001,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9, user anna@contoso.com"
        Error,2026-03-01T10:02:10Z,PasswordResetService,33004,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9"
        Error,2026-03-01T10:02:11Z,PasswordResetService,31003,None,"TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9"
        Warning,2026-03-01T10:40:00Z,PasswordResetService,31016,None,The service has stopped.
        """;

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task A_log_is_answered_with_findings_operations_a_timeline_and_the_next_step()
    {
        var answer = await PostAsync("/v1/logs/analyze?locale=en-US", Log);

        Assert.Equal(("csv", 4, 4), ((string)answer["format"]!, (int)answer["records"]!, (int)answer["documented"]!));
        Assert.Equal(["KB4012 3", "KB4002 4", "KB4004 5"], answer["findings"]!.AsArray().Select(f => $"{f!["id"]} {f["line"]}"));
        var failure = answer["findings"]![1]!;
        Assert.Equal("'PasswordReset' failed at 2026-03-01 10:02:11Z.", (string)failure["message"]!);
        Assert.Equal(["sspr/31003", "sspr/33004"], failure["entries"]!.AsArray().Select(e => (string)e!));
        Assert.Equal((2, "7344da2c-ab9d-42ef-adea-4a17d07fdeb9", "sspr/password-reset"), ((int)failure["relatedLines"]![0]!, (string)failure["trackingId"]!, (string)failure["subject"]!));
        Assert.Equal((1, 0, 1), ((int)answer["operations"]![0]!["started"]!, (int)answer["operations"]![0]!["succeeded"]!, (int)answer["operations"]![0]!["failed"]!));
        Assert.Equal(["33004", "31003", "31016"], answer["timeline"]!.AsArray().Select(t => (string)t!["code"]!));
        Assert.Equal(("sspr/restart-sync-service", 2), ((string)answer["nextStep"]!["procedure"]!, (int)answer["nextStep"]!["number"]!));
        Assert.DoesNotContain("anna", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_are_in_the_language_of_the_caller()
    {
        var answer = await PostAsync("/v1/logs/analyze?locale=sv-SE", Log);

        Assert.Equal("'PasswordReset' misslyckades 2026-03-01 10:02:11Z.", (string)answer["findings"]![1]!["message"]!);
        Assert.Equal("Starta om synkroniseringstjänsten", (string)answer["nextStep"]!["title"]!);
    }

    [Fact]
    public async Task Tools_get_sarif()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/logs/analyze?name=app%20log.csv") { Content = new StringContent(Log, Encoding.UTF8, "text/csv") };
        request.Headers.TryAddWithoutValidation("Accept", "application/sarif+json");
        using var response = await _server.Client.SendAsync(request);
        var run = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["runs"]![0]!;

        Assert.Equal("application/sarif+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["KB4012", "KB4002", "KB4004"], run["results"]!.AsArray().Select(r => (string)r!["ruleId"]!));
        var location = run["results"]![1]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("app%20log.csv", 4), ((string)location["artifactLocation"]!["uri"]!, (int)location["region"]!["startLine"]!));
        Assert.StartsWith(_server.Client.BaseAddress!.ToString(), (string)run["tool"]!["driver"]!["rules"]![0]!["helpUri"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/jsonl")]
    [InlineData("application/octet-stream")]
    public async Task The_content_tells_the_format_not_the_media_type(string mediaType)
    {
        using var response = await _server.PostAsync("/v1/logs/analyze", new StringContent("{\"EventID\":31016,\"Source\":\"PasswordResetService\"}\n", Encoding.Unicode, mediaType));

        Assert.Equal("jsonLines", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["format"]!);
    }

    [Fact]
    public async Task Records_that_cannot_be_read_are_findings()
    {
        var answer = await PostAsync("/v1/logs/analyze", "{\"EventID\":31015,\"Source\":\"PasswordResetService\"}\n{broken\n");

        Assert.Equal((1, 1), ((int)answer["records"]!, (int)answer["brokenRecords"]!));
        Assert.Equal(("KB4020", 2), ((string)answer["findings"]![0]!["id"]!, (int)answer["findings"]![0]!["line"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004\0\0\0nonsense\0\0")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"x\">]><Events/>")]
    public async Task What_is_no_log_is_a_problem(string body)
    {
        using var response = await _server.PostAsync("/v1/logs/analyze?locale=sv-SE", new StringContent(body, Encoding.UTF8, "text/plain"));
        var problem = await RunningServer.ReadProblemAsync(response);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KBAPI-4221"), (response.StatusCode, (string)problem["code"]!));
        Assert.StartsWith("kroppen är ingen händelselogg", (string)problem["errors"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/logs/analyze", "image/png", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/v1/logs/analyze", "text/plain", "text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("/v1/logs/analyze?maxTokens=7", "text/plain", "application/json", HttpStatusCode.BadRequest)]
    public async Task What_is_asked_wrongly_is_a_problem(string path, string mediaType, string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(Log, Encoding.UTF8, mediaType) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_a_problem_that_names_it()
    {
        using var response = await _server.PostAsync("/v1/logs/analyze?name=" + new string('a', 201), new StringContent(Log, Encoding.UTF8, "text/csv"));

        Assert.Equal("name", (string)(await RunningServer.ReadProblemAsync(response))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task A_log_of_20_MiB_is_read_and_one_of_more_than_32_MiB_refused_however_it_comes()
    {
        var line = "{\"EventID\":31015,\"Source\":\"PasswordResetService\",\"Message\":\"" + new string('x', 1000) + "\"}\n";
        using var large = await _server.PostAsync("/v1/logs/analyze", ContentOf(line, 20_000));
        using var stated = new HttpRequestMessage(HttpMethod.Post, "/v1/logs/analyze") { Content = ContentOf(line, 33_000) };
        stated.Headers.ExpectContinue = true;
        using var refused = await _server.Client.SendAsync(stated);
        using var unstated = new HttpRequestMessage(HttpMethod.Post, "/v1/logs/analyze") { Content = ContentOf(line, 33_000) };
        unstated.Headers.TransferEncodingChunked = true;
        unstated.Headers.ExpectContinue = true;
        using var ended = await _server.Client.SendAsync(unstated);

        Assert.Equal(20_000, (int)JsonNode.Parse(await large.Content.ReadAsStringAsync())!["records"]!);
        Assert.Equal("KBAPI-4131", (string)(await RunningServer.ReadProblemAsync(refused))["code"]!);
        Assert.Equal("KBAPI-4131", (string)(await RunningServer.ReadProblemAsync(ended))["code"]!);
    }

    [Fact]
    public async Task The_budget_keeps_the_findings_first()
    {
        using var response = await _server.PostAsync("/v1/logs/analyze?maxTokens=120&locale=en-US", new StringContent(Log, Encoding.UTF8, "text/csv"));
        var body = await response.Content.ReadAsByteArrayAsync();
        var answer = JsonNode.Parse(body)!;

        Assert.InRange(body.Length, 1, 360);
        Assert.True((bool)answer["truncated"]!);
        Assert.Equal("KB4012", (string)answer["findings"]![0]!["id"]!);
        Assert.Null(answer["timeline"]);
    }

    private async Task<JsonNode> PostAsync(string path, string log)
    {
        using var response = await _server.PostAsync(path, new StringContent(log, Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static ByteArrayContent ContentOf(string line, int count)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, count))));
        content.Headers.ContentType = new("application/jsonl");
        return content;
    }
}
