using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>The client for TypeScript fits the contract and gets its answers.</summary>
[Collection(ServerGroup.Name)]
public sealed class TypeScriptClientTests(ServerFixture fixture)
{
    private const string Folder = "clients/typescript";

    [NodeFact(Folder)]
    public async Task Its_types_are_those_of_the_contract()
    {
        using var folder = new TempFolder();
        var generated = Path.Combine(folder.Path, "schema.ts");
        await NodeTools.Client.RunAsync("openapi-typescript", Path.Combine(Repository.Root, "openapi.yaml"), "--output", generated);

        var client = NodeTools.Client.Folder;
        Baseline.VerifyFile(await File.ReadAllTextAsync(generated), Path.Combine(client, "src", "schema.ts"), Path.Combine(client, "schema.received.ts"));
    }

    [NodeFact(Folder)]
    public async Task It_compiles_and_gets_its_answers_and_so_do_the_examples_of_its_readme()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(NodeTools.Client.Folder, "README.md"));
        var examples = string.Concat(readme.Split("```ts\n").Skip(1).Select(part => part.Split("```")[0]));
        await File.WriteAllTextAsync(
            Path.Combine(NodeTools.Client.Folder, "test", "readme.generated.ts"),
            examples.Replace("\"http://localhost:5080\"", "process.env[\"KBAPI_URL\"]!", StringComparison.Ordinal));
        await NodeTools.Client.RunAsync("tsc", "--project", ".");
        var server = fixture.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var printed = await NodeTools.Client.RunAsync(new Dictionary<string, string> { ["KBAPI_URL"] = server }, "node", "--test", "build/test/");

        Assert.Contains("# fail 0", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("# pass 0", printed, StringComparison.Ordinal);
    }
}
