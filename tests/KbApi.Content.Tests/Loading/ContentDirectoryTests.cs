using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Loading;

public sealed class ContentDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Documents_and_configuration_are_found_in_order_and_nothing_else()
    {
        Write(
            "b.md", "a.MARKDOWN", "sub/a.md", "schemes.yaml", "lexicons/sv.yaml", "notes.txt", "image.png", "other.yaml", "lexicons/readme.txt",
            ".git/a.md", "sub/.hidden/a.md", "node_modules/x/a.md", "sub/node_modules/a.md", ".hidden.md");

        Assert.Equal([".hidden.md", "a.MARKDOWN", "b.md", "lexicons/sv.yaml", "schemes.yaml", "sub/a.md"], Find(_folder.Path));
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_and_a_dead_link_to_a_file_is_reported()
    {
        Write("a/a.md");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "a", "loop"), _folder.Path);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "dead.md"), Path.Combine(_folder.Path, "none.md"));

        Assert.Equal(["a/a.md", "dead.md"], Find(_folder.Path));
        Assert.Equal("KB1001", Assert.Single(new KnowledgeBaseLoader().Load(_folder.Path).Diagnostics).Id);
    }

    [Fact]
    public void A_link_to_a_file_is_followed_within_the_content_and_nowhere_else()
    {
        using var outside = new TempFolder();
        var secret = outside.Write("secret.md", "# Secret");
        _folder.Write("..data/a.md", "# A");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, ".out"), outside.Path);
        foreach (var (name, target) in new[] { ("a.md", "..data/a.md"), ("out.md", secret), ("through.md", ".out/secret.md"), ("relative.md", Path.GetRelativePath(_folder.Path, secret)), ("circle.md", "circle.md") })
        {
            File.CreateSymbolicLink(Path.Combine(_folder.Path, name), target);
        }

        var files = ContentDirectory.Find([_folder.Path]);

        Assert.Equal(["a.md", "circle.md", "out.md", "relative.md", "through.md"], files.Select(f => f.RelativePath));
        Assert.Equal("# A"u8.ToArray(), files[0].Read());
        Assert.All(files.Skip(1), f => Assert.ThrowsAny<IOException>(() => f.Read()));
        Assert.All(files.Skip(2), f => Assert.Contains("outside of the content", Assert.Throws<IOException>(() => f.Read()).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Several_paths_share_the_root_that_they_have_in_common()
    {
        Write("x/en-US/a.md", "x/sv-SE/a.md", "x/y.md");

        Assert.Equal(["en-US/a.md", "sv-SE/a.md"], Find(In("x/en-US"), In("x/sv-SE")));
        Assert.Equal(["en-US/a.md", "y.md"], Find(In("x/y.md"), In("x/en-US/a.md")));
        Assert.Equal(["a.md"], Find(In("x/en-US/a.md")));
    }

    [Fact]
    public void A_file_that_two_paths_lead_to_is_one()
    {
        Write("a.md");

        Assert.Equal(["a.md"], Find(_folder.Path, In("a.md"), In("a.md")));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_named() =>
        Assert.Contains("none.md", Assert.Throws<FileNotFoundException>(() => ContentDirectory.Find([In("none.md")])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_on_disk_knows_its_size_and_changes_its_stamp()
    {
        var path = _folder.Write("a.md", "abc");
        var file = ContentFile.OnDisk(path, "a.md");
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));

        Assert.Equal(3, file.Length);
        Assert.Equal("abc"u8, file.Read());
        Assert.NotEqual(file.Stamp, ContentFile.OnDisk(path, "a.md").Stamp);
    }

    private void Write(params string[] paths) => Array.ForEach(paths, p => _folder.Write(p, "# A"));

    private string In(string path) => Path.Combine(_folder.Path, path);

    private static IEnumerable<string> Find(params string[] paths) => ContentDirectory.Find(paths).Select(f => f.RelativePath);
}
