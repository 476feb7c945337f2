using KbApi.Release.Tests.Packages;

namespace KbApi.Release.Tests.QuickStarts;

/// <summary>Each quick start, and what else shows commands from a first to a last, walked through as it is written. KB_ACCEPT_BASELINES=1 writes what is printed now into the documents.</summary>
[Collection(PackedProductsGroup.Name)]
public sealed class QuickStartTests(PackedProducts products)
{
    private const int LongestPage = 135;

    public static TheoryData<string> Documents => ["quickstart-chatbot", "quickstart-portal", "quickstart-docteam", "quickstart-support", "quickstart-rule-author", "extending"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task It_does_what_it_says(string name)
    {
        var path = Path.Combine(Repository.Root, "docs", name + ".md");
        var document = QuickStart.Read(await File.ReadAllTextAsync(path));
        Assert.True(document.Lines.Length <= LongestPage, $"{path} is longer than a page.");
        Assert.NotEmpty(document.Steps);
        Assert.Contains(document.Steps, s => !s.Output.IsEmpty);

        using var walk = new Walk(document);
        walk.Offer(products.Feed);
        var printed = await walk.RunAsync(document.Steps);

        foreach (var (step, lines) in document.Steps.Zip(printed).Reverse())
        {
            if (!step.Shows(lines))
            {
                // From the last step to the first: the lines of the others stay where they are.
                Baseline.VerifyFile(document.With(step, lines), path, Path.ChangeExtension(path, ".received.md"));
                document = QuickStart.Read(await File.ReadAllTextAsync(path));
            }
        }
    }

    [Fact]
    public void Shown_output_is_compared()
    {
        var document = QuickStart.Read("# A\n\n```console\n$ a \\\n  b\none\n…\nthree\n$ c &\n```\n\n```text d.txt\nx\n```\n");

        Assert.Equal(["a \\\n  b", "c &"], document.Steps.Select(s => s.Command));
        Assert.Equal(("d.txt", "x\n"), Assert.Single(document.Files));
        Assert.True(document.Steps[0].Shows(["one", "two", "2", "three"]));
        Assert.True(document.Steps[0].Shows(["one", "three"]));
        Assert.False(document.Steps[0].Shows(["one", "two"]));
        Assert.False(document.Steps[0].Shows(["0", "three"]));
        Assert.True(document.Steps[1].IsServer && document.Steps[1].Shows(["anything"]));
        Assert.Equal("# A\n\n```console\n$ a \\\n  b\nnew\n$ c &\n```\n\n```text d.txt\nx\n```\n", document.With(document.Steps[0], ["new"]));
    }
}
