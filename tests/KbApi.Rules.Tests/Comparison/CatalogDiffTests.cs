using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Comparison;
using KbApi.Rules.Tests.Drift;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Comparison;

public class CatalogDiffTests
{
    private const string Head = "# Gates\n\n| Code | Name | Meaning |\n| --- | --- | --- |\n";
    private const string Shut = "| 4101 | GateShutError | The gate stays shut. Wait 30 seconds, then press the green button. |\n";
    private const string Dark = "| 4102 | GateLampError | The lamp is dark. Replace the lamp. |\n";

    [Fact]
    public void Equal_states_differ_in_nothing() => Assert.Empty(Diff(Head + Shut + Dark, Head + Shut + Dark));

    [Fact]
    public void A_row_that_is_gone_takes_its_codes_and_its_id_along_and_breaks_callers() => Assert.Equal(
        [
            "Breaking CodeRemoved 4102 : 'gates/gatelamperror' -> ''",
            "Breaking CodeRemoved GateLampError : 'gates/gatelamperror' -> ''",
            "Breaking ItemRemoved gates/gatelamperror : 'gates/gatelamperror' -> ''",
        ],
        Diff(Head + Shut + Dark, Head + Shut));

    [Fact]
    public void A_new_row_is_an_addition() => Assert.Equal(
        ["Addition CodeAdded 4102 : '' -> 'gates/gatelamperror'", "Addition CodeAdded GateLampError : '' -> 'gates/gatelamperror'", "Addition ItemAdded gates/gatelamperror : '' -> 'gates/gatelamperror'"],
        Diff(Head + Shut, Head + Shut + Dark));

    [Fact]
    public void A_limit_is_told_with_both_values() => Assert.Equal(
        ["Meaning LimitChanged gates/gateshuterror resolution: '30' -> '45'"],
        Diff(Head + Shut, Head + Shut.Replace("30", "45", StringComparison.Ordinal)));

    [Fact]
    public void Another_word_is_wording_only_and_another_text_is_another_resolution()
    {
        Assert.Equal(["Wording WordingChanged gates/gateshuterror resolution"], Kinds(Diff(Head + Shut, Head + Shut.Replace("press", "push", StringComparison.Ordinal))));
        Assert.Equal(["Meaning ResolutionChanged gates/gatelamperror resolution"], Kinds(Diff(Head + Dark, Head + Dark.Replace("Replace the lamp.", "Call a mechanic and keep everybody out of here.", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_negation_changes_the_meaning() => Assert.Equal(
        ["Meaning NegationChanged gates/gatelamperror resolution"],
        Kinds(Diff(Head + Dark.Replace("Replace the lamp.", "Replace the old lamp with a new one.", StringComparison.Ordinal), Head + Dark.Replace("Replace the lamp.", "Do not replace the old lamp with a new one.", StringComparison.Ordinal))));

    [Fact]
    public void Steps_that_come_and_go_are_told_one_by_one()
    {
        const string Two = "# Gates\n\n## <a name=\"restart\"></a>Restart the gate\n\n1. Open the box.\n2. Press the green button.\n";
        const string Three = "# Gates\n\n## <a name=\"restart\"></a>Restart the gate\n\n1. Open the box.\n2. Switch the power off.\n3. Press the green button.\n";
        Assert.Equal(["Meaning StepAdded gates/restart steps: '' -> 'Switch the power off.'"], Diff(Two, Three));
        Assert.Equal(["Meaning StepRemoved gates/restart steps: 'Switch the power off.' -> ''"], Diff(Three, Two));
    }

    [Fact]
    public void A_ladder_in_another_order_is_told_with_both_orders()
    {
        static string Ladder(params string[] rungs) =>
            "# Gates\n\n## <a name=\"repair\"></a>Repair a gate\n\nTry these measures in this order:\n\n" + string.Concat(rungs.Select((r, i) => $"{i + 1}. [{Title(r)}](#{r})\n"))
            + "\n" + string.Concat(new[] { "restart-it", "reset-it", "replace-it" }.Select(r => $"### <a name=\"{r}\"></a>{Title(r)}\n\n1. Open the box.\n2. Press the button of {r}.\n\n"));
        static string Title(string anchor) => char.ToUpperInvariant(anchor[0]) + anchor[1..].Replace('-', ' ');

        Assert.Equal(
            ["Meaning OrderChanged gates/repair rungs: 'restart-it > reset-it > replace-it' -> 'reset-it > restart-it > replace-it'"],
            Diff(Ladder("restart-it", "reset-it", "replace-it"), Ladder("reset-it", "restart-it", "replace-it")));
    }

    [Fact]
    public void A_heading_that_was_reworded_gives_another_id_and_says_which()
    {
        const string Before = "# Gates\n\n| Error | Solution |\n| --- | --- |\n| The gate shows E-4711-77 | Press the button. |\n| The lamp is dark | Replace the lamp. |\n";
        var changes = Diff(Before.Replace("| The lamp", "| <a name=\"lamp\"></a>The lamp", StringComparison.Ordinal), Before.Replace("| The lamp", "| <a name=\"dark-lamp\"></a>The lamp", StringComparison.Ordinal));
        Assert.Equal(["Breaking ItemRenamed gates/dark-lamp : 'gates/lamp' -> 'gates/dark-lamp'"], changes);
    }

    [Fact]
    public void What_changes_alike_in_two_locales_is_one_change_and_a_lost_translation_is_told()
    {
        var old = Documents.Load(("en-US/gates.md", Head + Shut), ("sv-SE/gates.md", Head + Shut));
        var now = Documents.Load(("en-US/gates.md", Head + Shut.Replace("30", "45", StringComparison.Ordinal)), ("sv-SE/gates.md", Head + Shut.Replace("30", "45", StringComparison.Ordinal)));
        var change = Assert.Single(CatalogDiff.Between(old, now).Changes);
        Assert.Equal(["en-US", "sv-SE"], change.Locales.Select(l => l.Value));
        Assert.Equal((4, "en-US/gates.md"), (change.New!.Start.Line, change.New.Path));

        var lost = Assert.Single(CatalogDiff.Between(old, Documents.Load(("en-US/gates.md", Head + Shut))).Changes);
        Assert.Equal((CatalogChangeKind.LocaleRemoved, ChangeImpact.Meaning, "sv-SE"), (lost.Kind, lost.Impact, lost.Locales.Single().Value));
    }

    [Fact]
    public void The_gravest_comes_first()
    {
        var changes = CatalogDiff.Between(Load(Head + Shut + Dark), Load(Head + Shut.Replace("30", "45", StringComparison.Ordinal).Replace("press", "push", StringComparison.Ordinal)));
        Assert.True(changes.IsBreaking);
        Assert.Equal(changes.Changes.Select(c => c.Impact).OrderDescending(), changes.Changes.Select(c => c.Impact));
        Assert.Equal(ChangeImpact.Wording, changes.Changes[^1].Impact);
    }

    [Fact]
    public void Exchanging_the_states_exchanges_what_came_and_went()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var (a, b) = (Load(Variant(new Random(seed))), Load(Variant(new Random(seed + 1000))));
            var there = CatalogDiff.Between(a, b).Changes.Select(c => Mirror(c)).Order(StringComparer.Ordinal);
            var back = CatalogDiff.Between(b, a).Changes.Select(c => Text(c)).Order(StringComparer.Ordinal);
            Assert.Equal(back, there);
            Assert.Empty(CatalogDiff.Between(a, a).Changes);
        }
    }

    [Fact]
    public void The_bundled_content_does_not_differ_from_itself()
    {
        var (one, other) = (new KnowledgeBaseLoader().Load(Repository.Content), new KnowledgeBaseLoader().Load(Repository.Content));
        Assert.Empty(CatalogDiff.Between(one, other).Changes);
        Assert.Equal(one.Entries.Items.Length, CatalogDiff.Between(Load("# Nothing\n"), one).Changes.Count(c => c.Kind == CatalogChangeKind.ItemAdded && one.Entries.Find(c.Id) is not null));
    }

    /// <summary>A guide whose rows, steps and sentences are there or not, and in some order.</summary>
    private static string Variant(Random random)
    {
        string[] steps = ["Open the box.", "Switch the power off.", "Press the green button.", "Close the box again.", "Open the box slowly."];
        random.Shuffle(steps);
        var chosen = steps.Take(random.Next(2, 6)).Select((s, i) => $"{i + 1}. {s}\n");
        return DriftPropertyTests.Guide(random, out _) + "\n## <a name=\"codes\"></a>Codes\n\n" + Head[9..] + (random.Next(2) == 0 ? Shut : "") + Dark + "\n## <a name=\"restart\"></a>Restart the gate\n\n" + string.Concat(chosen);
    }

    private static string Mirror(CatalogChange change) => Text(change with
    {
        Before = change.After,
        After = change.Before,
        Kind = change.Kind switch
        {
            CatalogChangeKind.CodeRemoved => CatalogChangeKind.CodeAdded,
            CatalogChangeKind.CodeAdded => CatalogChangeKind.CodeRemoved,
            CatalogChangeKind.ItemRemoved => CatalogChangeKind.ItemAdded,
            CatalogChangeKind.ItemAdded => CatalogChangeKind.ItemRemoved,
            CatalogChangeKind.LocaleRemoved => CatalogChangeKind.LocaleAdded,
            CatalogChangeKind.LocaleAdded => CatalogChangeKind.LocaleRemoved,
            CatalogChangeKind.StepRemoved => CatalogChangeKind.StepAdded,
            CatalogChangeKind.StepAdded => CatalogChangeKind.StepRemoved,
            var same => same,
        },
    });

    private static KnowledgeBase Load(string text) => Documents.Load(("en-US/gates.md", text));

    private static IEnumerable<string> Diff(string old, string now) => CatalogDiff.Between(Load(old), Load(now)).Changes.Select(Text);

    private static string Text(CatalogChange change) => $"{change.Impact} {change.Kind} {change.Id} {change.Field}: '{change.Before}' -> '{change.After}'";

    private static IEnumerable<string> Kinds(IEnumerable<string> changes) => changes.Select(c => c[..c.IndexOf(':', StringComparison.Ordinal)]);
}
