using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>What other people's tools make of the contract.</summary>
[Collection(ServerGroup.Name)]
public sealed class PublicToolTests(ServerFixture fixture)
{
    private static readonly string Stored = Path.Combine(Repository.Root, "openapi.yaml");

    [NodeFact]
    public async Task Spectral_finds_no_error() =>
        Assert.Contains("No results with a severity of 'error' found", await NodeTools.RunAsync("spectral", "lint", Stored, "--fail-severity=error", "--display-only-failures"), StringComparison.Ordinal);

    [NodeFact]
    public async Task A_client_generated_for_TypeScript_compiles_and_gets_its_answers()
    {
        await NodeTools.RunAsync("openapi-typescript", Stored, "--output", "schema.d.ts");
        await NodeTools.RunAsync("tsc", "--project", ".");
        var client = Path.Combine(Repository.Root, "artifacts", "contract", "client.js");
        var module = Path.ChangeExtension(client, ".mjs");
        File.Move(client, module, overwrite: true);
        var printed = await NodeTools.RunAsync("node", module, fixture.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(8, printed.Split('\n').Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }
}
