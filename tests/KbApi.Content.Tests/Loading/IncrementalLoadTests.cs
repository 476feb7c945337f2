using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Packs;

namespace KbApi.Content.Tests.Loading;

/// <summary>What a loader makes of changed files is what one makes that sees them for the first time.</summary>
public sealed class IncrementalLoadTests
{
    private const int Changes = 20;

    [SeededProperty(MaxTest = 6)]
    public void Any_sequence_of_changes_ends_with_what_a_fresh_load_makes(int seed)
    {
        var content = new ChangedContent(seed);
        var loader = new KnowledgeBaseLoader();
        for (var i = 0; i < Changes; i++)
        {
            content.Change();
            var files = content.Files;
            AssertSame(new KnowledgeBaseLoader().Load(files), loader.Load(files));
        }
    }

    /// <summary>With more files than change, so that what does not change is shared.</summary>
    [SeededProperty(MaxTest = 3)]
    public void Among_many_files_too(int seed)
    {
        var others = Enumerable.Range(0, 60).Select(i => ContentFile.InMemory(
            $"{(i % 3 == 0 ? "sv-SE" : "en-US")}/other-{i / 2:D2}.md",
            System.Text.Encoding.UTF8.GetBytes($"# Errors\n\n| Code | Problem | Solution |\n|---|---|---|\n| 3100{i % 5} | Part {i} fails | Restart it. |\n"))).ToList();
        var content = new ChangedContent(seed);
        var loader = new KnowledgeBaseLoader();
        for (var i = 0; i < Changes; i++)
        {
            content.Change();
            ContentFile[] files = [.. others, .. content.Files];
            AssertSame(new KnowledgeBaseLoader().Load(files), loader.Load(files));
        }
    }

    [Fact]
    public void What_does_not_change_is_shared()
    {
        var files = Enumerable.Range(0, 20).Select(i => (Path: $"en-US/{i:D2}.md", Text: $"# Errors\n\n| Code | Problem | Solution |\n|---|---|---|\n| 310{i:D2} | Part {i} fails | Restart it. |\n")).ToArray();
        var loader = new KnowledgeBaseLoader();
        var before = loader.Load(Support.Documents.InMemory(files));
        files[7].Text = files[7].Text.Replace("Restart", "Remove", StringComparison.Ordinal);

        var after = loader.Load(Support.Documents.InMemory(files));

        Assert.Equal("Remove it.", after.Entries.Find("07/31007")!.Variants[0].Resolution!.Text);
        Assert.Equal("Restart it.", before.Entries.Find("07/31007")!.Variants[0].Resolution!.Text);
        Assert.Equal(19, after.Entries.Items.Count(e => ReferenceEquals(e, before.Entries.Find(e.Id))));
    }

    private static void AssertSame(KnowledgeBase expected, KnowledgeBase actual)
    {
        Assert.Equal(expected.ContentHash, actual.ContentHash);
        Assert.Equal(expected.Diagnostics.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)), actual.Diagnostics.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        AssertSame(expected.Articles, actual.Articles);
        AssertSame(expected.Entries, actual.Entries);
        AssertSame(expected.Procedures, actual.Procedures);
        AssertSame(expected.Ladders, actual.Ladders);
        AssertSame(expected.Checklists, actual.Checklists);
        AssertSame(expected.Operations, actual.Operations);
        AssertSame(expected.States, actual.States);
        AssertSame(expected.Heartbeats, actual.Heartbeats);
        Assert.Equal(BytesOf(expected), BytesOf(actual));
    }

    private static void AssertSame<T>(LocalizedSet<T> expected, LocalizedSet<T> actual)
        where T : class, ILocalizable
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Items.Select(NameOf), actual.Items.Select(NameOf));
        Assert.All(actual.Items, item => Assert.Same(item, actual.Find(item.Id)));
    }

    private static string NameOf<T>(Localized<T> item)
        where T : class, ILocalizable => item.Id + " " + string.Join(' ', item.Variants.Select(v => v.Id + "@" + v.Locale.Value));

    /// <summary>Everything that a knowledge base says, as it is stored.</summary>
    private static byte[] BytesOf(KnowledgeBase knowledgeBase)
    {
        using var stream = new MemoryStream();
        ModelWriter.Write(stream, [knowledgeBase], progress: null, CancellationToken.None);
        return stream.ToArray();
    }
}
