using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Loading;

/// <summary>The same content has the same id, wherever it lies and in whatever order it comes; other content has another.</summary>
public sealed class SnapshotIdTests
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("en-US/a.md", "# A\r\n\r\n| Error | Solution |\r\n|---|---|\r\n| OWN-7 | Try again. |\r\n"),
        ("sv-SE/a.md", "# A\n"),
        ("lexicons/one.yaml", "language: sv\nactions: [skruva]\n"),
        ("lexicons/two.yaml", "language: sv\nheaders: { cause: [skrufs] }\n"),
        ("schemes.yaml", "schemes: [{ id: own, patterns: ['OWN-#'] }]\n"),
    ];

    private static readonly string Id = Documents.Load(Files).SnapshotId;

    [Fact]
    public void It_is_sixteen_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{16}$", Id);

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        for (var i = 1; i < Files.Length; i++)
        {
            var knowledge = Documents.Load([.. Files[i..], .. Files[..i]]);

            Assert.Equal(Id, knowledge.SnapshotId);
            Assert.Equal("own", Assert.Single(Assert.Single(knowledge.Entries.Items).Variants[0].Codes).Code.Scheme);
        }
    }

    [Fact]
    public void Two_folders_with_the_same_files_are_the_same_content()
    {
        using var one = new TempFolder();
        using var other = new TempFolder();
        foreach (var (path, text) in Files.Reverse())
        {
            one.Write(path, text);
            other.Write("deep/below/" + path, text);
        }

        var fromOther = new KnowledgeBaseLoader().Load(Path.Combine(other.Path, "deep", "below"));

        Assert.Equal(Id, new KnowledgeBaseLoader().Load(one.Path).SnapshotId);
        Assert.Equal(Id, fromOther.SnapshotId);
        Assert.Equal(Id, new KnowledgeBaseLoader().Load(one.Path + Path.DirectorySeparatorChar).SnapshotId);
        Assert.Contains("\r\n", fromOther.Articles.Find("a")!.In(Documents.English)!.Text.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void One_other_byte_in_any_file_gives_another_id()
    {
        var ids = Enumerable.Range(0, Files.Length).Select(i =>
            Documents.Load([.. Files.Select((f, j) => i == j ? (f.Path, f.Text + "\n") : f)]).SnapshotId);

        Assert.Equal(Files.Length + 1, ids.Append(Id).Distinct().Count());
    }

    [Fact]
    public void Line_endings_names_and_a_file_more_or_less_count()
    {
        string[] ids =
        [
            Id,
            Documents.Load([.. Files.Select(f => (f.Path, f.Text.ReplaceLineEndings("\n")))]).SnapshotId,
            Documents.Load([.. Files.Select(f => (f.Path.Replace("a.md", "b.md", StringComparison.Ordinal), f.Text))]).SnapshotId,
            Documents.Load(Files[1..]).SnapshotId,
            Documents.Load([.. Files, ("en-US/c.md", "# C\n")]).SnapshotId,
            Documents.Load([]).SnapshotId,
        ];

        Assert.Equal(ids, ids.Distinct());
    }

    [Fact]
    public void Another_default_locale_is_another_snapshot() => Assert.NotEqual(
        Id, new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = LocaleTag.Parse("sv-SE") }).Load(Documents.InMemory(Files)).SnapshotId);

    [Fact]
    public void Of_two_files_for_one_article_the_first_by_path_counts_in_any_order()
    {
        (string, string)[] files = [("en-US/a.md", "# One\n"), ("a.en-US.md", "# Two\n")];

        var knowledge = Documents.Load(files);
        var reversed = Documents.Load([files[1], files[0]]);

        Assert.Equal(knowledge.SnapshotId, reversed.SnapshotId);
        Assert.Equal(["Two", "Two"], new[] { knowledge, reversed }.Select(k => k.Articles.Find("a")!.Variants[0].Title.Text));
        Assert.Equal("en-US/a.md(1,1): error KB1010: The article a exists already in en-US: a.en-US.md. Rename or remove one of the files.", Text(knowledge));
        Assert.Equal(Text(knowledge), Text(reversed));
    }

    private static string Text(KnowledgeBase knowledge) => Assert.Single(knowledge.Diagnostics).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
