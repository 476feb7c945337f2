using System.Text;
using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Loading;

/// <summary>Loading again reads what has changed and nothing else.</summary>
public sealed class ReloadTests
{
    private readonly List<string> _read = [];
    private readonly KnowledgeBaseLoader _loader = new();

    [Fact]
    public void Unchanged_files_are_not_read_again()
    {
        var first = _loader.Load([File("a.md", "# A"), File("b.md", "# B"), File("schemes.yaml", "schemes: []")]);
        _read.Clear();

        var second = _loader.Load([File("a.md", "# A"), File("b.md", "# B"), File("schemes.yaml", "schemes: []")]);

        Assert.Empty(_read);
        Assert.Same(first, second);
        Assert.Same(first.Articles.Find("a")!.Variants[0], second.Articles.Find("a")!.Variants[0]);
    }

    [Fact]
    public void A_file_that_could_not_be_opened_is_opened_again_without_having_changed()
    {
        var file = File("a.md", "# A");
        var first = _loader.Load([file with { Read = () => throw new IOException("in use") }]);

        var second = _loader.Load([file]);

        Assert.True(first.HasErrors);
        Assert.False(second.HasErrors);
        Assert.Equal("A", second.Articles.Find("a")!.Variants[0].Title.Text);
    }

    [Fact]
    public void A_changed_a_new_and_a_removed_file_show()
    {
        _loader.Load([File("a.md", "# A"), File("b.md", "# B"), File("c.md", "# C")]);
        _read.Clear();

        var knowledge = _loader.Load([File("a.md", "# A"), File("b.md", "# B2"), File("d.md", "# D")]);

        Assert.Equal(["b.md", "d.md"], _read.Order());
        Assert.Equal(["A", "B2", "D"], knowledge.Articles.Items.Select(a => a.Variants[0].Title.Text));
    }

    [Fact]
    public void Another_configuration_reads_everything_anew()
    {
        _loader.Load([File("a.md", "# A"), File("schemes.yaml", "schemes: []")]);
        _read.Clear();

        _loader.Load([File("a.md", "# A"), File("schemes.yaml", "schemes: [{ id: own }]")]);

        Assert.Equal(["a.md", "schemes.yaml"], _read.Order());
    }

    [Fact]
    public void What_was_wrong_is_still_reported()
    {
        _loader.Load([File("a.md", ""), File("schemes.yaml", "schemes: 5")]);
        _read.Clear();

        var knowledge = _loader.Load([File("a.md", ""), File("schemes.yaml", "schemes: 5")]);

        Assert.Empty(_read);
        Assert.Equal(["KB1011", "KB1005"], knowledge.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_cancelled_load_ends_and_leaves_the_loader_usable()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => _loader.Load([File("a.md", "# A")], progress: null, cancelled.Token));
        Assert.Single(_loader.Load([File("a.md", "# A")]).Articles.Items);
    }

    [Fact]
    public void Progress_counts_every_file_once()
    {
        var counts = new List<int>();
        var files = Enumerable.Range(0, 100).Select(i => File($"{i}.md", "# A")).ToList();

        _loader.Load(files, new Recorder(counts));

        Assert.Equal(Enumerable.Range(1, 100), counts.Order());
    }

    [Fact]
    public void Nothing_is_a_knowledge_base_too() => Assert.Empty(_loader.Load([]).Articles.Items);

    private ContentFile File(string path, string text)
    {
        var file = ContentFile.InMemory(path, Encoding.UTF8.GetBytes(text));
        return file with { Read = () => Record(path, file) };
    }

    private byte[] Record(string path, ContentFile file)
    {
        lock (_read)
        {
            _read.Add(path);
        }

        return file.Read();
    }

    private sealed class Recorder(List<int> counts) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (counts)
            {
                counts.Add(value);
            }
        }
    }
}
