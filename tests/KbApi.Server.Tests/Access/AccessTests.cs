using KbApi.Server.Access;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Access;

/// <summary>Who may write, and read what was written.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly TestKeys _keys = new();

    public static TheoryData<string, string> Operations() => new()
    {
        { "POST /v1/reports", Scopes.ReportsWrite },
        { "POST /v1/reports/r1/feedback", Scopes.ReportsWrite },
        { "GET /v1/reports/r1", Scopes.ReportsRead },
        { "GET /v1/reports/export", Scopes.ReportsRead },
        { "DELETE /v1/reports/r1", Scopes.ReportsDelete },
        { "GET /v1/insights/gaps", Scopes.InsightsRead },
    };

    public void Dispose() => _keys.Dispose();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_done_with_a_key_of_its_scope_and_with_no_other(string operation, string scope)
    {
        var right = await _keys.AddAsync(scope);
        var others = await _keys.AddAsync([.. Scopes.All.Where(s => s != scope)]);
        await using var server = await AccessServer.StartAsync("Kb:Keys:File", _keys.Path);

        Assert.Equal(200, await server.StatusAsync(operation, right));
        using var forbidden = await server.SendAsync(operation, others);
        Assert.Equal(403, (int)forbidden.StatusCode);
        Assert.Equal($"Bearer realm=\"kb\", error=\"insufficient_scope\", scope=\"{scope}\"", forbidden.Headers.WwwAuthenticate.ToString());
        Assert.Equal("KBAPI-4031", (string)(await RunningServer.ReadProblemAsync(forbidden))["code"]!);
        using var unknown = await server.SendAsync(operation);
        Assert.Equal(401, (int)unknown.StatusCode);
        Assert.Equal("Bearer realm=\"kb\"", unknown.Headers.WwwAuthenticate.ToString());
        Assert.Equal("KBAPI-4011", (string)(await RunningServer.ReadProblemAsync(unknown))["code"]!);
    }

    [Fact]
    public async Task A_key_that_opens_nothing_is_named_as_such()
    {
        var expired = await _keys.AddAsync(DateTimeOffset.UnixEpoch.AddDays(1), Scopes.ReportsRead);
        var revoked = await _keys.AddAsync(Scopes.ReportsRead);
        await _keys.RevokeAsync(revoked);
        await using var server = await AccessServer.StartAsync("Kb:Keys:File", _keys.Path);

        foreach (var token in new[] { expired, revoked, KbApi.Server.Access.Keys.KeyText.Create(), "nonsense", "" })
        {
            using var response = await server.SendAsync("GET /v1/reports/r1", token);
            Assert.Equal(401, (int)response.StatusCode);
            Assert.Equal("Bearer realm=\"kb\", error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
            Assert.Equal("KBAPI-4012", (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
        }
    }

    [Fact]
    public async Task Without_keys_only_programs_on_this_machine_may()
    {
        await using var server = await AccessServer.StartAsync();

        Assert.Equal(200, await server.StatusAsync("POST /v1/reports"));
        Assert.Equal(200, await server.StatusAsync("GET /v1/insights/gaps", null, ("Origin", "http://localhost:5080")));
        foreach (var header in new[]
        {
            ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("Via", "1.1 proxy"), ("X-Real-IP", "127.0.0.1"),
            ("Origin", "https://attacker.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Host", "attacker.example"),
        })
        {
            Assert.Equal(401, await server.StatusAsync("POST /v1/reports", null, header));
        }
    }

    [Theory]
    [InlineData("open", 200, 200)]
    [InlineData("local", 200, 401)]
    [InlineData("closed", 401, 401)]
    public async Task How_open_it_is_can_be_set(string writes, int here, int elsewhere)
    {
        await using var server = await AccessServer.StartAsync("Kb:Writes", writes);

        Assert.Equal(here, await server.StatusAsync("POST /v1/reports"));
        Assert.Equal(elsewhere, await server.StatusAsync("POST /v1/reports", null, ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(200, await server.StatusAsync("GET /v1/locales", null, ("X-Forwarded-For", "203.0.113.7")));
    }

    [Fact]
    public async Task With_keys_this_machine_is_as_any_other_and_browsers_may_ask_beforehand()
    {
        await _keys.AddAsync(Scopes.ReportsRead);
        await using var server = await AccessServer.StartAsync("Kb:Keys:File", _keys.Path);

        Assert.Equal(401, await server.StatusAsync("POST /v1/reports"));
        Assert.Equal(200, await server.StatusAsync("OPTIONS /v1/reports"));
        Assert.Equal(200, await server.StatusAsync("GET /v1/locales"));
        Assert.Equal(200, await server.StatusAsync("GET /v1/reports-of-others"));
    }

    [Fact]
    public async Task What_was_done_is_recorded_without_what_was_said()
    {
        var key = await _keys.AddAsync(Scopes.ReportsRead, Scopes.ReportsDelete);
        await using var server = await AccessServer.StartAsync("Kb:Keys:File", _keys.Path);
        await server.StatusAsync("GET /v1/reports/01HZ-x_9?name=Anna", key);
        await server.StatusAsync("DELETE /v1/reports/a%0Ab%1B[31m?q=secret", key);
        await server.StatusAsync("POST /v1/reports", "kb_nonsense");
        await server.StatusAsync("GET /v1/locales", key);

        var id = "key:" + KbApi.Server.Access.Keys.KeyText.IdOf(key);
        Assert.Equal(
            [$"{id} GET /v1/reports/{{id}} 01HZ-x_9 reports:read 200", $"{id} DELETE /v1/reports/{{id}} - reports:delete 200", "anonymous POST /v1/reports - reports:write 401"],
            server.Audit.Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.All(server.Audit, l => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+[+]00:00 ", l));
    }
}
