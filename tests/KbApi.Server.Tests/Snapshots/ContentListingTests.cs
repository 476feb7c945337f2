using KbApi.Server.Snapshots;

namespace KbApi.Server.Tests.Snapshots;

/// <summary>A listing that is told what changed is the one that looks at everything.</summary>
public sealed class ContentListingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ContentListing _before;
    private ContentListing _last;

    public ContentListingTests()
    {
        _folder.Write("en-US/a.md", "# A");
        _folder.Write("en-US/b.md", "# B");
        _folder.Write("docs.sv-SE/c.md", "# C");
        _last = _before = ContentListing.Of([_folder.Path]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_file_that_changed_is_another()
    {
        _folder.Write("en-US/a.md", "# A, longer");

        var after = Again("en-US/a.md");

        Assert.False(after.IsLike(_before));
        Assert.Equal([false, true, true], Places("en-US/a.md", "en-US/b.md", "docs.sv-SE/c.md").Select(p => ReferenceEquals(_before.Files[p], after.Files[p])));
    }

    [Fact]
    public void A_file_that_is_replaced_by_another_name_has_changed()
    {
        File.Move(_folder.Write("en-US/a.md.tmp", "# Another"), Path.Combine(_folder.Path, "en-US", "a.md"), overwrite: true);

        Assert.False(Again("en-US/a.md.tmp", "en-US/a.md").IsLike(_before));
    }

    [Fact]
    public void New_and_removed_files_and_folders_show()
    {
        _folder.Write("en-US/d.md", "# D");
        Again("en-US/d.md");

        File.Delete(Path.Combine(_folder.Path, "en-US", "b.md"));
        Again("en-US/b.md");

        Directory.Move(Path.Combine(_folder.Path, "docs.sv-SE"), Path.Combine(_folder.Path, "docs.de-DE"));
        Again("docs.sv-SE", "docs.de-DE");

        Directory.Delete(Path.Combine(_folder.Path, "docs.de-DE"), recursive: true);
        Assert.Single(Again("docs.de-DE").Files, f => f.RelativePath == "en-US/a.md");
    }

    [Fact]
    public void What_is_no_content_changes_nothing()
    {
        _folder.Write("en-US/a.md~", "x");
        _folder.Write("4913", "x");

        Assert.True(Again("en-US/a.md~", "4913", "en-US/.a.md.swp").IsLike(_before));
    }

    [Fact]
    public void Settings_are_read_again()
    {
        _folder.Write(".editorconfig", "root = true\n[*.md]\nkb_diagnostic.KB1020.severity = none\n");

        Assert.NotEqual(_before.Severities.Fingerprint, Again(".editorconfig").Severities.Fingerprint);
    }

    private ContentListing Again(params string[] changed)
    {
        _last = _last.Again([.. changed.Select(c => Path.Combine(_folder.Path, c))]);
        Assert.True(_last.IsLike(ContentListing.Of([_folder.Path])));
        return _last;
    }

    private IEnumerable<int> Places(params string[] paths) => paths.Select(p => _before.Files.ToList().FindIndex(f => f.RelativePath == p));
}
