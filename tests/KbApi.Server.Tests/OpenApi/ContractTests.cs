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
        Assert.Equal(26, paths.Count);
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
        "/v1/reports/{id}" => ["get", "delete"],
        _ when path.Contains("classify", StringComparison.Ordinal) || path.Contains("analyze", StringComparison.Ordinal) || path.Contains("reports", StringComparison.Ordinal) => ["post"],
        _ => ["get"],
    };

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
