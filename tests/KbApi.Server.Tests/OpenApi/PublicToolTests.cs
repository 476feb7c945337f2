namespace KbApi.Server.Tests.OpenApi;

/// <summary>What other people's tools make of the contract.</summary>
public sealed class PublicToolTests
{
    private static readonly string Stored = Path.Combine(Repository.Root, "openapi.yaml");

    [NodeFact]
    public async Task Spectral_finds_no_error() =>
        Assert.Contains("No results with a severity of 'error' found", await NodeTools.Contract.RunAsync("spectral", "lint", Stored, "--fail-severity=error", "--display-only-failures"), StringComparison.Ordinal);
}
