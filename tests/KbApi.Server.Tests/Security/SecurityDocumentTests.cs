using System.Text.RegularExpressions;

namespace KbApi.Server.Tests.Security;

/// <summary>docs/security.md names a test for each claim.</summary>
public sealed class SecurityDocumentTests
{
    private static readonly Regex Named = new(@"^\| .+ \| `(?<class>\w+)\.(?<test>\w+)` \|$", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    [Fact]
    public async Task Every_test_that_is_named_is_there()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).ToLookup(f => Path.GetFileNameWithoutExtension(f)!, File.ReadAllText, StringComparer.Ordinal);
        var named = Named.Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "security.md")));

        Assert.True(named.Count > 40, $"{named.Count}");
        Assert.All(named, n => Assert.True(
            sources[n.Groups["class"].Value].Any(text => text.Contains($" {n.Groups["test"].Value}(", StringComparison.Ordinal)), n.Value));
    }
}
