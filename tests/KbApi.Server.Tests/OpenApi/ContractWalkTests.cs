using System.Globalization;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>Calls every operation of the contract with parameters that are wrong in many ways.</summary>
[Collection(ServerGroup.Name)]
public sealed class ContractWalkTests(ServerFixture fixture)
{
    private static readonly string[] Nonsense =
        ["", "\0", "\u0001\u001F", "-1", "99999999999999999999", "1.5", "true", "{}", "[]", "\uD83D\uDCA5", "..//..", "%", "sv_SE_x!", "\"'<>", new('x', 3000)];

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task No_parameter_makes_the_server_fail_and_every_status_is_in_the_contract()
    {
        var contract = await _server.GetContractAsync();
        var calls = 0;
        foreach (var (path, item) in contract["paths"]!.AsObject().Where(p => p.Key.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            if (item!["get"] is not { } operation)
            {
                continue;
            }

            var documented = operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet();
            foreach (var name in operation["parameters"]!.AsArray().Where(p => (string)p!["in"]! != "header").Select(p => (string)p!["name"]!))
            {
                foreach (var value in Nonsense)
                {
                    var escaped = Uri.EscapeDataString(value);
                    var address = path.Contains('{' + name + '}', StringComparison.Ordinal)
                        ? path.Replace('{' + name + '}', escaped, StringComparison.Ordinal)
                        : $"{path.Replace("{id}", "sspr/31003", StringComparison.Ordinal).Replace("{code}", "31003", StringComparison.Ordinal)}?{name}={escaped}";
                    using var response = await _server.GetAsync(address);
                    var status = (int)response.StatusCode;
                    Assert.True(status < 500, $"{status} {address}");
                    Assert.True(value.Length == 0 || documented.Contains(status.ToString(CultureInfo.InvariantCulture)), $"{status} {address} is not in the contract");

                    // The web server itself refuses a null character in a path, before anything of ours is asked.
                    if (status >= 400 && !(value == "\0" && !address.Contains('?', StringComparison.Ordinal)))
                    {
                        await RunningServer.ReadProblemAsync(response);
                    }

                    calls++;
                }
            }
        }

        Assert.True(calls > 500, $"{calls}");
    }

    [Fact]
    public async Task Every_member_that_an_answer_must_have_is_there()
    {
        var contract = await _server.GetContractAsync();
        foreach (var (path, schema) in new[]
        {
            ("/v1/codes/SSPR_0029", "EntryResponse"), ("/v1/codes/6329", "CodeMatches"), ("/v1/entries/sspr/31003", "EntryResponse"), ("/v1/entries", "EntryPage"),
            ("/v1/entries/sspr/31003?detail=brief", "EntryResponse"), ("/v1/entries/sspr/31003?maxTokens=64", "EntryResponse"), ("/v1/articles", "ArticlePage"),
            ("/v1/articles/sspr", "ArticleResponse"), ("/v1/locales", "LocalesResponse"), ("/v1/operations", "OperationsResponse"), ("/v1/rules", "RulesResponse"),
            ("/v1/diagnostics", "DiagnosticPage"), ("/v1/messages/resolve?text=ADMutliMatchError", "MessageResolution"),
        })
        {
            var answer = (await _server.GetJsonAsync(path)).AsObject();
            var definition = contract["components"]!["schemas"]![schema]!;
            Assert.All(definition["required"]?.AsArray() ?? [], name => Assert.True(answer.ContainsKey((string)name!), $"{path} lacks {name}"));
            Assert.All(answer, member => Assert.True(definition["properties"]!.AsObject().ContainsKey(member.Key), $"{path}: {member.Key} is not in the contract"));
        }
    }
}
