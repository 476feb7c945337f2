using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Testing;
using PublicApiGenerator;

namespace KbApi.Rules.Tests.PublicApi;

/// <summary>What the packages promise, as text: a change of it shows in the diff.</summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,

        // Its argument is a name that the compiler makes up.
        ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"],
    };

    [Fact]
    public void Content() => Baseline.Verify(typeof(KnowledgeBaseLoader).Assembly.GeneratePublicApi(Options), "KbApi.Content");

    [Fact]
    public void Rules() => Baseline.Verify(typeof(AnalyzerDriver).Assembly.GeneratePublicApi(Options), "KbApi.Rules");

    [Fact]
    public void RulesTesting() => Baseline.Verify(typeof(RuleVerifier).Assembly.GeneratePublicApi(Options), "KbApi.Rules.Testing");
}
