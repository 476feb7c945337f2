namespace KbApi.Release.Tests.Reference;

/// <summary>References are written from what they describe. After a change of that, write them anew: bash docs/generate.sh</summary>
public class ReferenceTests
{
    [Fact]
    public void The_reference_of_the_API_is_that_of_the_contract() => Verify(ApiReference.Write(YamlReading.ReadFile("openapi.yaml")), "api-reference");

    [Fact]
    public void The_reference_of_rules_is_that_of_the_catalogue() => Verify(RuleReference.Write(), "rule-reference");

    private static void Verify(string text, string name)
    {
        var documents = Path.Combine(Repository.Root, "docs");
        Baseline.VerifyFile(text, Path.Combine(documents, name + ".md"), Path.Combine(documents, name + ".received.md"));
    }
}
