namespace KbApi.Release.Tests.Documents;

/// <summary>Documents lead to what they name.</summary>
public class DocumentTests
{
    public static TheoryData<string> Paths => [.. Document.All()];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_relative_link_leads_to_a_file_and_to_a_heading_of_it(string path)
    {
        var document = Document.Read(path);
        var folder = Path.GetDirectoryName(path)!;
        foreach (var target in document.Targets.Where(t => !t.Contains(':', StringComparison.Ordinal)))
        {
            var parts = target.Split('#');
            var file = parts[0].Length == 0 ? path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, Uri.UnescapeDataString(parts[0]))));
            Assert.False(file.StartsWith("..", StringComparison.Ordinal), $"{path} links to {target}, which is outside of the repository.");
            var place = Path.Combine(Repository.Root, file);
            Assert.True(File.Exists(place) || Directory.Exists(place), $"{path} links to {target}, which does not exist.");
            if (parts.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal))
            {
                Assert.True(Document.Read(file.Replace('\\', '/')).Anchors().Contains(parts[1]), $"{path} links to {target}; {file} has no such heading.");
            }
        }
    }

    [Fact]
    public void The_index_of_the_documentation_names_every_document()
    {
        var linked = Document.Read("docs/README.md").Targets.Select(t => t.Split('#')[0]).ToHashSet(StringComparer.Ordinal);
        var documents = Document.All().Where(p => p.StartsWith("docs/", StringComparison.Ordinal) && !p.StartsWith("docs/adr/", StringComparison.Ordinal)).Select(p => p["docs/".Length..]).Where(p => p != "README.md");

        Assert.Empty(documents.Except(linked));
    }
}
