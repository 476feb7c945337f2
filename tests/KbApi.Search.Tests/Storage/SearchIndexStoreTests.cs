using KbApi.Search.Storage;
using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests.Storage;

public sealed class SearchIndexStoreTests : IDisposable
{
    private static readonly string[] Rows = [.. Enumerable.Range(0, 12).Select(i => $"Problem number {(char)('a' + i)}{(char)('a' + i)}x | cause | mend it")];

    private readonly TempFolder _folder = new();

    private SearchIndexStore Store => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stored_index_is_opened_and_not_written_again()
    {
        var content = Indexes.Load(Indexes.Table("en-US/a.md", Rows));
        using (Store.Open(content))
        {
        }

        var before = FilesOf(Assert.Single(StoredFolders()));
        using var again = Store.Open(content);

        Assert.Equal(["Problem number bbx"], again.Titles("bbx"));
        Assert.Equal(before, FilesOf(Assert.Single(StoredFolders())));
    }

    [Fact]
    public void After_a_change_the_index_answers_as_a_new_one_does()
    {
        var files = Enumerable.Range(0, 10).Select(i => Indexes.Table($"en-US/doc{i}.md", [.. Rows.Select(r => r.Replace("Problem", $"Problem{(char)('k' + i)}q", StringComparison.Ordinal))])).ToArray();
        using (Store.Open(Indexes.Load(files)))
        {
        }

        files[3] = Indexes.Table("en-US/doc3.md", "Zebra crossing is closed | Paint | Wait");
        var changed = Indexes.Load([.. files.Take(9)]);
        using var updated = Store.Open(changed);
        using var built = SearchIndex.Build(changed);

        Assert.Equal(["Zebra crossing is closed"], updated.Titles("zebra"));
        Assert.DoesNotContain(updated.Titles("problemtq"), t => t.StartsWith("Problemtq", StringComparison.Ordinal));
        Assert.Equal(built.Titles("problemlq number bbx"), updated.Titles("problemlq number bbx"));
        Assert.Equal(2, StoredFolders().Length);
    }

    [Theory]
    [InlineData("segments*")]
    [InlineData("*.tim")]
    [InlineData("languages.txt")]
    public void A_damaged_index_is_made_anew(string pattern)
    {
        var content = Indexes.Load(Indexes.Table("en-US/a.md", Rows));
        using (Store.Open(content))
        {
        }

        var damaged = new DirectoryInfo(Assert.Single(StoredFolders())).GetFiles(pattern);
        Assert.NotEmpty(damaged);
        foreach (var file in damaged)
        {
            File.WriteAllBytes(file.FullName, [1, 2, 3]);
        }

        using var again = Store.Open(content);
        Assert.Equal(["Problem number bbx"], again.Titles("bbx"));
    }

    [Fact]
    public async Task Programs_that_start_together_do_no_harm()
    {
        var content = Indexes.Load(Indexes.Table("en-US/a.md", Rows));
        var indexes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new SearchIndexStore(_folder.Path).Open(content))));

        foreach (var index in indexes)
        {
            Assert.Equal(["Problem number ccx"], index.Titles("ccx"));
            index.Dispose();
        }

        Assert.Single(StoredFolders());
        Assert.Empty(new DirectoryInfo(_folder.Path).GetDirectories(".*"));
    }

    [Fact]
    public void Old_indexes_are_removed()
    {
        for (var i = 0; i < 14; i++)
        {
            using var index = Store.Open(Indexes.Load(Indexes.Table("en-US/a.md", [.. Rows.Select(r => r + i)])));
        }

        Assert.InRange(StoredFolders().Length, 2, 10);
    }

    [Fact]
    public void Without_a_folder_the_index_is_in_memory()
    {
        using var index = SearchIndexStore.OpenOrBuild(folder: null, Indexes.Load(Indexes.Table("en-US/a.md", Rows)));

        Assert.Equal(["Problem number ddx"], index.Titles("ddx"));
    }

    private string[] StoredFolders() => [.. new DirectoryInfo(_folder.Path).GetDirectories().Where(d => !d.Name.StartsWith('.')).Select(d => d.FullName)];

    private static List<string> FilesOf(string folder) => [.. Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
