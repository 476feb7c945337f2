using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class LookAlikeTests
{
    private const string Head = "| Error | Solution |\n|---|---|\n";

    [Fact]
    public void A_second_symptom_tells_rows_apart()
    {
        var entries = Documents.Read(Head + "| It **fails**<br><br>with one | a |\n| it fails.<br><br>with two | b |\n| It works<br><br>with one | c |\n").Entries;

        Assert.Equal(["with one", "with two"], entries.Take(2).Select(e => Assert.Single(e.Discriminators).Fact.Text));
        Assert.Equal([entries[1].Id], entries[0].Discriminators[0].Others.AsEnumerable());
        Assert.Empty(entries[2].Discriminators);
    }

    [Fact]
    public void The_surface_tells_rows_of_two_sections_apart()
    {
        var entries = Documents.Read($"## Portal\n\n{Head}| It fails | a |\n\n## Setup\n\n{Head}| It fails | a |\n| It fails<br><br>twice | a |\n").Entries;

        Assert.Equal(["Portal"], Facts(entries[0]));
        Assert.Equal(["Setup"], Facts(entries[1]));
        Assert.Equal(["twice", "Setup"], Facts(entries[2]));
        Assert.Equal([entries[1].Id, entries[2].Id], entries[0].Discriminators[0].Others.AsEnumerable());
        Assert.Equal([entries[0].Id], entries[2].Discriminators[1].Others.AsEnumerable());
    }

    [Fact]
    public void A_symptom_in_every_row_is_a_heading_and_no_question()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"| It fails<br><br>with {i} | a |\n"));

        Assert.All(Documents.Read(Head + rows).Entries, e => Assert.Empty(e.Discriminators));
    }

    private static IEnumerable<string> Facts(Entry entry) => entry.Discriminators.Select(d => d.Fact.Text);
}
