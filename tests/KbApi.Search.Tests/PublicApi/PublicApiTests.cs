using PublicApiGenerator;

namespace KbApi.Search.Tests.PublicApi;

/// <summary>What the package promises, as text: a change of it shows in the diff.</summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void Search() => Baseline.Verify(typeof(SearchIndex).Assembly.GeneratePublicApi(Options), "KbApi.Search");
}
