using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace KbApi.Release.Tests.Packages;

/// <summary>What a package has to have for those who take it.</summary>
[Collection(PackedProductsGroup.Name)]
public sealed class PackageTests(PackedProducts products)
{
    /// <summary>The kind of debug information that says where the sources of a commit are served.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Ids => [.. PackedProducts.Ids];

    public static TheoryData<string> Libraries => [.. PackedProducts.Ids[..^1]];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_it_is(string id)
    {
        using var package = Open(id, "nupkg");
        var metadata = ReadMetadata(package, id);

        Assert.Equal("MIT", metadata("license").Value);
        Assert.Equal("expression", (string?)metadata("license").Attribute("type"));
        Assert.Equal("README.md", metadata("readme").Value);
        Assert.StartsWith($"# {id}\n", ReadText(package, "README.md"), StringComparison.Ordinal);
        Assert.EndsWith(".", metadata("description").Value, StringComparison.Ordinal);
        Assert.Equal(40, ((string?)metadata("repository").Attribute("commit"))?.Length);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_names_no_address_but_that_of_the_clone(string id)
    {
        using var package = Open(id, "nupkg");
        var metadata = ReadMetadata(package, id);

        Assert.Empty(metadata("projectUrl").Value);
        Assert.DoesNotContain("example", (string?)metadata("repository").Attribute("url") ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_and_depends_on_nothing_of_a_server(string id)
    {
        using var package = Open(id, "nupkg");

        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.dll"));
        Assert.Contains("<summary>", ReadText(package, $"lib/net10.0/{id}.xml"), StringComparison.Ordinal);
        var dependencies = ReadMetadata(package, id)("dependencies").Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!);
        Assert.DoesNotContain(dependencies, d => d.Contains("AspNetCore", StringComparison.Ordinal) || d is "KbApi.Server" or "KbApi.Cli" or "Meziantou.Analyzer");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Its_symbols_stand_beside_it_and_carry_what_is_not_in_the_repository(string id)
    {
        using var package = Open(id, "snupkg");
        using var symbols = new MemoryStream(ReadBytes(package, $"lib/net10.0/{id}.pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(i => reader.GetGuid(i.Kind) == SourceLink).ToList();

        // Of a clone from a folder there is nothing to link to.
        var isServed = File.ReadAllText(GitConfiguration()).Contains("github.com", StringComparison.Ordinal);
        Assert.True(links.Count == 1 || !isServed, "The symbols have no Source Link.");
        Assert.All(links, l => Assert.Contains("\"documents\"", Encoding.UTF8.GetString(reader.GetBlobBytes(l.Value)), StringComparison.Ordinal));
    }

    [Fact]
    public void The_tool_is_called_kb()
    {
        using var package = Open("KbApi.Cli", "nupkg");
        var settings = XDocument.Parse(ReadText(package, package.Entries.Single(e => e.Name == "DotnetToolSettings.xml").FullName));

        Assert.Equal("kb", (string?)settings.Descendants("Command").Single().Attribute("Name"));
        Assert.Contains(package.Entries, e => e.FullName.EndsWith("/content/en-US/rules/kb10xx.md", StringComparison.Ordinal));
        Assert.Contains(package.Entries, e => e.FullName.EndsWith("/sv/kb.resources.dll", StringComparison.Ordinal));
    }

    private static string GitConfiguration()
    {
        var git = Path.Combine(Repository.Root, ".git");
        return File.Exists(git) ? Path.Combine(File.ReadAllText(git)["gitdir: ".Length..].Trim(), "..", "..", "config") : Path.Combine(git, "config");
    }

    private ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(products.Feed, $"{id}.{products.Version}.{extension}"));

    private static Func<string, XElement> ReadMetadata(ZipArchive package, string id)
    {
        var metadata = XDocument.Parse(ReadText(package, id + ".nuspec")).Root!.Elements().Single();
        return name => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name) ?? new XElement(name);
    }

    private static string ReadText(ZipArchive package, string entry) => Encoding.UTF8.GetString(ReadBytes(package, entry)).TrimStart('\uFEFF');

    private static byte[] ReadBytes(ZipArchive package, string entry)
    {
        var file = package.GetEntry(entry);
        Assert.True(file is not null, $"The package has no {entry}.");
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
