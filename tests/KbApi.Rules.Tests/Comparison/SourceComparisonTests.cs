using KbApi.Content.Model;
using KbApi.Rules.Comparison;
using KbApi.Rules.Tests.Drift;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Comparison;

public class SourceComparisonTests
{
    [Fact]
    public void The_one_that_is_against_the_others_is_named()
    {
        var entries = Compare(("en-US", GateDocuments.English), ("sv-SE", GateDocuments.Swedish), ("da-DK", GateDocuments.English));
        var range = Assert.Single(entries, e => e.Id == "gates/4102").Facts.Single(f => f.Kind == ComparedFactKind.Ranges);
        Assert.Equal(["8100-8104", "", "8100-8104"], range.Values.AsEnumerable());
        Assert.Equal(("8100-8104", 1), (range.Consensus, range.Odd.Single()));
        var number = Assert.Single(entries, e => e.Id == "gates/4103").Facts.Single(f => f.Kind == ComparedFactKind.Numbers);
        Assert.Equal(["12", "", "12"], number.Values.AsEnumerable());
        Assert.Equal([1], number.Odd.AsEnumerable());
    }

    [Fact]
    public void Two_alone_disagree_without_a_majority()
    {
        var fact = Assert.Single(Compare(("en-US", GateDocuments.English), ("sv-SE", GateDocuments.Swedish)), e => e.Id == "gates/4102").Facts.Single();
        Assert.Null(fact.Consensus);
        Assert.Empty(fact.Odd);
    }

    [Fact]
    public void A_row_that_one_lacks_is_told_with_its_places()
    {
        var shorter = GateDocuments.English[..GateDocuments.English.IndexOf("| 4103 |", StringComparison.Ordinal)];
        var entry = Assert.Single(Compare(("en-US", GateDocuments.English), ("en-GB", shorter), ("en-CA", GateDocuments.English)));
        Assert.Equal("gates/4103", entry.Id);
        Assert.Equal([16, null, 16], entry.Places.Select(p => p?.Start.Line));
        Assert.Empty(entry.Facts);
    }

    [Fact]
    public void Sources_that_agree_give_nothing_and_one_alone_is_wrong_use()
    {
        Assert.Empty(Compare(("en-US", GateDocuments.English), ("sv-SE", GateDocuments.English), ("da-DK", GateDocuments.English)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SourceComparison.Compare([new ComparedSource("a", [])]));
    }

    private static List<ComparedEntry> Compare(params (string Locale, string Text)[] documents) =>
        [.. SourceComparison.Compare([.. documents.Select(d => new ComparedSource(d.Locale, [Load(d.Locale, d.Text)]))])];

    private static Article Load(string locale, string text) => Documents.Load(($"{locale}/gates.md", text)).Articles.Items.Single().Variants.Single();
}
