using KbApi.Server.Access;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

[Collection(ServerGroup.Name)]
public sealed class ContractTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task The_contract_in_the_repository_is_the_one_that_is_served()
    {
        var served = await _server.Client.GetStringAsync("/openapi/v1.yaml");
        var stored = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "openapi.yaml"));

        // Written anew by: dotnet run --project src/KbApi.Server -- openapi openapi.yaml
        Assert.Equal(served.ReplaceLineEndings("\n").TrimEnd(), stored.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Every_operation_is_described_in_full()
    {
        var document = await _server.GetContractAsync();
        var paths = document["paths"]!.AsObject();

        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        Assert.Equal(27, paths.Count);
        foreach (var (path, method, operation) in paths.SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key, o.Value))))
        {
            Assert.Equal(MethodsOf(path), paths[path]!.AsObject().Select(o => o.Key));
            Assert.False(string.IsNullOrEmpty((string?)operation!["operationId"]), path);
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
            Assert.False(string.IsNullOrEmpty((string?)operation["description"]), path);
            Assert.All(operation["parameters"]?.AsArray() ?? [], p => Assert.False(string.IsNullOrEmpty((string?)p!["description"]), $"{path} {p!["name"]}"));
            Assert.Contains(operation["responses"]!.AsObject(), r => r.Key is "200" or "201" or "204");
            Assert.False(string.IsNullOrEmpty(method));
        }
    }

    private static string[] MethodsOf(string path) => path switch
    {
        "/v1/reports" => ["post", "get"],
        "/v1/reports/{id}" => ["get", "delete"],
        _ when path.Contains("classify", StringComparison.Ordinal) || path.Contains("analyze", StringComparison.Ordinal) || path.Contains("reports", StringComparison.Ordinal) => ["post"],
        _ => ["get"],
    };

    [Fact]
    public async Task What_needs_a_key_says_so_and_why_it_may_be_refused()
    {
        var contract = await _server.Contract;
        var closed = contract.Operations.Where(o => o.Path.StartsWith("/v1/reports", StringComparison.Ordinal) || o.Path.StartsWith("/v1/insights", StringComparison.Ordinal)).ToList();

        Assert.Contains(closed, o => o.Path == "/v1/reports" && o.Method == HttpMethod.Post);
        foreach (var operation in contract.Operations.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            var security = operation.Definition["security"]!.AsArray();
            var scopes = security.SelectMany(r => r!.AsObject().SelectMany(s => s.Value!.AsArray())).Select(s => (string)s!).ToList();
            Assert.Equal([AccessRules.ScopeOf(operation.Method.Method, operation.Path) ?? Scopes.ContentRead], scopes);
            Assert.Equal((operation.Id, closed.Contains(operation) ? 1 : 2), (operation.Id, security.Count));
            Assert.Equal(closed.Contains(operation), operation.Responses.ContainsKey("401") && operation.Responses.ContainsKey("403"));
        }
    }

    [Fact]
    public async Task Operations_that_need_a_key_are_refused_without_one()
    {
        await using var server = await RunningServer.StartWithAsync("--Kb:Writes", "closed");
        foreach (var operation in (await server.Contract).Operations.Where(o => o.Responses.ContainsKey("401")))
        {
            using var request = operation.ToRequest();
            using var response = await server.Client.SendAsync(request);
            Assert.Equal((operation.Id, 401), (operation.Id, (int)response.StatusCode));
        }
    }

    [Fact]
    public async Task Every_property_of_every_schema_is_described()
    {
        var document = await _server.GetContractAsync();
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
        {
            foreach (var (property, value) in schema!["properties"]?.AsObject() ?? [])
            {
                Assert.True(value!["description"] is not null, $"{name}.{property}");
            }
        }
    }

    [Fact]
    public async Task Swagger_UI_shows_the_contract()
    {
        var page = await _server.Client.GetStringAsync("/swagger/index.html");
        var script = await _server.Client.GetStringAsync("/swagger/index.js");

        Assert.Contains("<title>KbApi</title>", page, StringComparison.Ordinal);
        Assert.Contains("/openapi/v1.json", page + script, StringComparison.Ordinal);
    }
}
