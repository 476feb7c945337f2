using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

/// <summary>What is new in the original gets a place in an existing translation.</summary>
public class MissingBlockTests
{
    private const string Table = "# Errors\n\n| Error | Resolution |\n| --- | --- |\n| DEMO_0007 It fails. | Restart it. |\n| DEMO_0008 It hangs. | Wait 10 seconds. |\n| DEMO_0009 It burns. | Run. |\n";
    private const string TableWithoutARow = "# Fel\r\n\r\n| Fel | Åtgärd |\r\n|---|---|\r\n|DEMO_0007 Det misslyckas.   |Starta om det.\r\n| DEMO_0009 Det brinner. | Spring. |\r\n";

    [Fact]
    public void A_new_row_is_added_between_its_neighbours_and_nothing_else_changes()
    {
        var sample = new Sample(Table, TableWithoutARow);
        Translate(sample, ("demo-0008:title", "⟦1⟧ Det hänger sig."), ("demo-0008:resolution", "Vänta 10 sekunder."));
        Assert.Equal(
            "# Fel\r\n\r\n| Fel | Åtgärd |\r\n|---|---|\r\n|DEMO_0007 Det misslyckas.   |Starta om det.\r\n| DEMO_0008 Det hänger sig. | Vänta 10 sekunder. |\r\n| DEMO_0009 Det brinner. | Spring. |\r\n",
            sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void What_is_not_translated_of_a_new_row_is_marked_and_goes_out_again()
    {
        var sample = new Sample(Table, TableWithoutARow);
        Translate(sample, ("demo-0008:title", "⟦1⟧ Det hänger sig."));
        Assert.Contains("\r\n| DEMO_0008 Det hänger sig. | Wait 10 seconds. <!-- kb:untranslated --> |\r\n", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
        Assert.Null(sample.Unit("demo-0008:resolution").Target);
        Translate(sample, ("demo-0008:resolution", "Vänta 10 sekunder."));
        Assert.Contains("\r\n| DEMO_0008 Det hänger sig. | Vänta 10 sekunder. |\r\n", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_first_and_a_new_last_row_are_added_with_a_change_of_an_old_one()
    {
        var sample = new Sample(Table, "# Fel\n\n| Fel | Åtgärd |\n| --- | --- |\n| DEMO_0008 Det hänger sig. | Vänta 10 sekunder. |");
        Translate(
            sample, ("demo-0007:title", "⟦1⟧ Det misslyckas."), ("demo-0007:resolution", "Starta om."), ("demo-0008:title", "⟦1⟧ Det fryser."),
            ("demo-0009:title", "⟦1⟧ Det brinner."), ("demo-0009:resolution", "Spring."));
        Assert.Equal(
            "# Fel\n\n| Fel | Åtgärd |\n| --- | --- |\n| DEMO_0007 Det misslyckas. | Starta om. |\n| DEMO_0008 Det fryser. | Vänta 10 sekunder. |\n| DEMO_0009 Det brinner. | Spring. |",
            sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void A_new_section_is_added_with_its_code()
    {
        var sample = new Sample(
            "# A\n\nOne.\n\n## DEMO_0001: It fails\n\nTighten it:\n\n```\ntighten --all\n```\n\nThen wait 5 minutes.\n\n## DEMO_0002: It does not start\n\nClose it.\n",
            "# A\n\nEtt.\n\n## DEMO_0002: Det startar inte\n\nStäng den.\n");
        Translate(sample, ("demo-0001:title", "⟦1⟧: Det misslyckas"), ("demo-0001:resolution", "Dra åt den:"), ("demo-0001:resolution.2", "Vänta sedan 5 minuter."));
        Assert.Equal(
            "# A\n\nEtt.\n\n## DEMO_0001: Det misslyckas\n\nDra åt den:\n\n```\ntighten --all\n```\n\nVänta sedan 5 minuter.\n\n## DEMO_0002: Det startar inte\n\nStäng den.\n",
            sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void A_new_item_is_added_to_its_list()
    {
        var sample = new Sample(
            "# T\n\nDo this:\n\n- Stop `PasswordResetService`.\n- Wait 10 seconds.\n- Start `ADSync` again.\n",
            "# T\n\nGör så här:\n\n- Stoppa `PasswordResetService`.\n- Starta `ADSync` igen.\n");
        Translate(sample, ("t:item.2", "Vänta 10 sekunder."));
        Assert.Equal("# T\n\nGör så här:\n\n- Stoppa `PasswordResetService`.\n- Vänta 10 sekunder.\n- Starta `ADSync` igen.\n", sample.TextOf("sv-SE/a.md"));
    }

    private static void Translate(Sample sample, params (string Id, string Target)[] units)
    {
        var exported = sample.Export().Articles[0].Units.ToDictionary(u => u.Source.Id, StringComparer.Ordinal);
        var plan = sample.Plan(units.Select(u => new ImportedUnit("a", u.Id, exported[u.Id].Source.Text.Hash, u.Target, UnitState.Translated)));
        Assert.Empty(plan.Problems);
        sample.Apply(plan);
    }
}
