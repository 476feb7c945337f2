using System.Globalization;
using System.IO.Compression;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Packs;

namespace KbApi.Search.Tests.Packs;

public sealed class PackTests
{
    private static readonly LocaleTag English = LocaleTag.Parse("en-US");

    [Fact]
    public async Task A_pack_of_this_repository_knows_what_its_content_does()
    {
        using var folder = new TempFolder();
        var content = new KnowledgeBaseLoader().Load(Repository.Content);
        PackBuilder.Build(content, content, "[]"u8, Path.Combine(folder.Path, "pack"));

        var pack = await Pack.OpenAsync(Path.Combine(folder.Path, "pack"));
        var stored = pack.LoadServed();

        Assert.Equal(content.SnapshotId, stored.SnapshotId);
        Assert.Equal(content.Locales.AsEnumerable(), stored.Locales);
        Assert.Equal(content.Diagnostics.Select(d => d.ToString(CultureInfo.InvariantCulture)), stored.Diagnostics.Select(d => d.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(TestPack.Describe(content), TestPack.Describe(stored));
        Assert.Equal(content.Entries.Items.Select(e => e.Id), stored.Entries.Items.Select(e => e.Id));
        Assert.Equal(content.Schemes.Schemes.Select(s => s.Id), stored.Schemes.Schemes.Select(s => s.Id));
        Assert.All(content.Entries.Items, e => Assert.Equal(e.Locales.AsEnumerable(), stored.Entries.Find(e.Id.ToUpperInvariant())!.Locales));
        Assert.All(content.Entries.Items.SelectMany(e => e.Variants).SelectMany(e => e.Codes), c =>
            Assert.Equal(content.Codes.Find(c.Code.Value).Owners.AsEnumerable(), stored.Codes.Find(c.Code.Value).Owners));
        Assert.Equal(content.Codes.Find("SSPR_9999").Nearest.AsEnumerable(), stored.Codes.Find("SSPR_9999").Nearest);
        Assert.Null(stored.Entries.Find("sspr/no-such-entry"));
        Assert.Null(stored.Entries.Find(""));
    }

    [Fact]
    public async Task What_is_built_of_a_pack_is_the_pack()
    {
        using var first = new TestPack();
        using var folder = new TempFolder();
        var stored = (await Pack.OpenAsync(first.Path)).LoadServed();

        PackBuilder.Build(stored, stored, "[]"u8, Path.Combine(folder.Path, "pack"));

        AssertSame(first.Path, Path.Combine(folder.Path, "pack"));
    }

    [Fact]
    public void The_order_of_files_does_not_show()
    {
        using var first = new TestPack();
        using var second = new TestPack([.. TestPack.Small.Reverse()]);

        AssertSame(first.Path, second.Path);
    }

    [Fact]
    public async Task Its_index_finds_what_one_in_memory_finds()
    {
        using var pack = new TestPack();
        var opened = await Pack.OpenAsync(pack.Path);
        using var index = opened.OpenIndex(opened.LoadServed());
        using var peer = SearchIndex.Build(pack.Content);

        Assert.All(["disk missing", "DSK_0002", "saknas", "network", "6398", "dsik"], query =>
        {
            var request = new SearchRequest { Query = query, Locale = English, HasFacets = true };
            var (found, expected) = (index.Search(request), peer.Search(request));
            Assert.NotEqual(0, expected.Total);
            Assert.Equal(expected.Hits.Select(h => (h.Id, h.Score, h.Title)), found.Hits.Select(h => (h.Id, h.Score, h.Title)));
            Assert.Equal(expected.Facets.SelectMany(f => f.Values), found.Facets.SelectMany(f => f.Values));
        });
    }

    [Fact]
    public async Task An_archive_is_the_same_pack()
    {
        using var pack = new TestPack();
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "one.kbpack");
        PackBuilder.Build(pack.Content, pack.Content, "[]"u8, file);

        var manifest = await PackCheck.RunAsync(file);

        Assert.Equal(pack.Manifest.ToJson(), manifest.ToJson());
        using var source = PackSource.At(file);
        var (opened, _) = await new PackStore(Path.Combine(folder.Path, "kept")).OpenAsync(source, await source.ReadManifestAsync(default), progress: null, default);
        Assert.Equal(TestPack.Describe(pack.Content), TestPack.Describe(opened.LoadServed()));
    }

    [Fact]
    public void A_folder_that_is_no_pack_is_not_replaced()
    {
        using var pack = new TestPack();
        using var folder = new TempFolder();
        folder.Write("thesis.md", "years of work");

        var e = Assert.Throws<PackException>(() => PackBuilder.Build(pack.Content, pack.Content, "[]"u8, folder.Path));

        Assert.Equal("NotReplaced", e.Problem);
        Assert.Equal(["thesis.md"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_pack_is_replaced_while_it_is_open()
    {
        using var pack = new TestPack();
        var before = (await Pack.OpenAsync(pack.Path)).LoadServed();
        var content = new KnowledgeBaseLoader().Load([ContentFile.InMemory("en-US/other.md", "# Other\n\n## Event ID 7\n\n**Resolution:** Wait."u8.ToArray())]);

        PackBuilder.Build(content, content, "[]"u8, pack.Path);

        Assert.Equal(TestPack.Describe(pack.Content), TestPack.Describe(before));
        Assert.Equal(content.SnapshotId, (await Pack.OpenAsync(pack.Path)).LoadServed().SnapshotId);
        Assert.Equal(["pack"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(pack.Path)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_copy_outlives_what_is_done_to_the_original_and_the_last_one_is_found_again()
    {
        using var pack = new TestPack();
        using var kept = new TempFolder();
        var store = new PackStore(kept.Path);
        using var source = PackSource.At(pack.Path);
        var (opened, isChecked) = await store.OpenAsync(source, await source.ReadManifestAsync(default), progress: null, default);
        var stored = opened.LoadServed();

        File.WriteAllBytes(pack.PathOf("model.kbm"), []);

        Assert.Equal(TestPack.Describe(pack.Content), TestPack.Describe(stored));
        var (again, isCheckedAgain) = await store.OpenAsync(source, await source.ReadManifestAsync(default), progress: null, default);
        Assert.Equal((opened.Id, true, false), (again.Id, isChecked, isCheckedAgain));
        var e = await Assert.ThrowsAsync<PackException>(async () => await PackStore.CheckAsync(source, await source.ReadManifestAsync(default), default));
        Assert.Contains("model.kbm has 0 of the", e.Message, StringComparison.Ordinal);
        Assert.Equal(opened.Id, store.OpenLast(pack.Path)!.Id);
        Assert.Null(store.OpenLast(pack.Path + "2"));
    }

    [Fact]
    public void An_archive_that_unpacks_to_more_than_it_says_is_given_up()
    {
        using var pack = new TestPack();
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "bomb.kbpack");
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(pack.PathOf("kbpack.json"), "kbpack.json");
            using var bomb = archive.CreateEntry("model.kbm").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 256; i++)
            {
                bomb.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var e = Assert.Throws<AggregateException>(() => PackCheck.RunAsync(file).Wait()).InnerException;

        Assert.Equal("TooLong", Assert.IsType<PackException>(e).Problem);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 32 * 1024 * 1024);
    }

    private static void AssertSame(string one, string other)
    {
        var files = Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one, f)).Order().ToList();
        Assert.Equal(files, Directory.EnumerateFiles(other, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(other, f)).Order());
        Assert.All(files, f => Assert.True(File.ReadAllBytes(Path.Combine(one, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, f))), $"{f} differs."));
    }
}
