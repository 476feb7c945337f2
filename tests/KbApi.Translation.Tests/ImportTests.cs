using KbApi.Translation.Alignment;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Import;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

public class ImportTests
{
    private const string Original = "# Errors\n\nRun `kb lint` in **10** of 12 folders with {0}.\n\n| Error | Resolution |\n| --- | --- |\n| DEMO_0007 It fails. | Restart it \\| wait. |\n";
    private const string Translation = "# Fel\r\n\r\nKör `kb lint` i **10** av 12 mappar\r\nmed {0}.\r\n\r\n| Fel | Åtgärd |\r\n| --- | --- |\r\n| DEMO_0007 Det misslyckas.   |Starta om det \\| vänta.\r\n";

    [Fact]
    public void A_changed_unit_changes_its_own_characters_and_nothing_else()
    {
        var sample = new Sample(Original, Translation);
        var plan = sample.Translate("demo-0007:title", "⟦1⟧ Det går fel.");
        Assert.Empty(plan.Problems);
        sample.Apply(plan);
        Assert.Equal(Translation.Replace("Det misslyckas.", "Det går fel.", StringComparison.Ordinal), sample.TextOf("sv-SE/a.md"));
    }

    [Theory]
    [InlineData("errors:text", "Kör i ⟦2⟧10⟦/2⟧ av 12 mappar med ⟦3⟧.", FaultKind.Missing, "`kb lint`")]
    [InlineData("errors:text", "Kör ⟦1⟧ och ⟦1⟧ i ⟦2⟧10⟦/2⟧ av 12 mappar med ⟦3⟧.", FaultKind.Duplicated, "`kb lint`")]
    [InlineData("errors:text", "Kör ⟦1⟧ i ⟦2⟧10⟦/2⟧ av 13 mappar med ⟦3⟧.", FaultKind.Number, "12")]
    [InlineData("errors:text", "Kör ⟦1⟧ i 10 av 12 mappar med ⟦3⟧.", FaultKind.Missing, "**…**")]
    [InlineData("errors:text", "Kör ⟦1⟧ i ⟦2⟧10⟦/2⟧ av 12 mappar med ⟦3⟧ ⟦9⟧.", FaultKind.UnknownMark, "⟦9⟧")]
    [InlineData("errors:text", "Kör ⟦1⟧ i ⟦/2⟧10⟦2⟧ av 12 mappar med ⟦3⟧.", FaultKind.Crossed, "Kör ⟦1⟧ i ⟦/2⟧10⟦2⟧ av 12 mappar med ⟦3⟧.")]
    [InlineData("errors:text", "Kör ⟦1⟧ i ⟦2⟧10⟦/2⟧ av 12 mappar.", FaultKind.Missing, "{0}")]
    [InlineData("demo-0007:title", "Det misslyckas.", FaultKind.Missing, "DEMO_0007")]
    public void What_breaks_parity_is_refused_by_name(string id, string target, FaultKind kind, string what)
    {
        var sample = new Sample(Original, Translation);
        var plan = sample.Translate(id, target);
        var problem = Assert.Single(plan.Problems);
        Assert.Equal(ImportProblemKind.Parity, problem.Kind);
        Assert.Equal(id, problem.Unit);
        Assert.Contains(new UnitFault(kind, what), problem.Faults);
        Assert.Empty(plan.Files);
    }

    [Fact]
    public void A_single_digit_may_become_a_word_and_not_another_digit()
    {
        var sample = new Sample("# T\n\nWait 2 hours.\n", "# T\n\nVänta två timmar.\n");
        Assert.Empty(sample.Translate("t:text", "Vänta i två timmar.").Problems);
        Assert.Equal(new UnitFault(FaultKind.Number, "2 → 3"), Assert.Single(Assert.Single(sample.Translate("t:text", "Vänta 3 timmar.").Problems).Faults));
    }

    [Fact]
    public void A_code_that_differs_is_stale_and_is_mended_by_a_translation_that_has_it()
    {
        var sample = new Sample(Original, Translation.Replace("DEMO_0007", "DEMO_0008", StringComparison.Ordinal));
        var unit = sample.Unit("demo-0007:title");
        Assert.True(unit.IsStale);
        Assert.Equal(UnitState.Initial, unit.State);
        Assert.Equal([new UnitFault(FaultKind.Missing, "DEMO_0007"), new UnitFault(FaultKind.Added, "DEMO_0008")], unit.Faults.AsEnumerable());
        Assert.Equal("⟦t1⟧ Det misslyckas.", unit.Target!.Marked);
        Assert.NotEmpty(sample.Translate("demo-0007:title", "⟦t1⟧ Det går fel.").Problems);
        sample.Apply(sample.Translate("demo-0007:title", "⟦1⟧ Det misslyckas."));
        Assert.Equal(Translation, sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void An_original_that_changed_since_is_refused_and_one_that_moved_is_found()
    {
        var sample = new Sample(Original, Translation);
        var hash = sample.Unit("errors:text").Source.Text.Hash;
        sample.Add("en-US/a.md", Original.Replace("Run `kb lint`", "Start `kb lint`", StringComparison.Ordinal));
        const string target = "Kör du ⟦1⟧ i ⟦2⟧10⟦/2⟧ av 12 mappar med ⟦3⟧?";
        var plan = sample.Plan([new ImportedUnit("a", "errors:text", hash, target, State: null)]);
        Assert.Equal(ImportProblemKind.SourceChanged, Assert.Single(plan.Problems).Kind);
        Assert.Equal("en-US/a.md(3)", plan.Problems[0].Location);

        sample.Add("en-US/a.md", Original.Replace("# Errors\n\n", "# Errors\n\nNew.\n\n", StringComparison.Ordinal));
        sample.Add("sv-SE/a.md", Translation.Replace("# Fel\r\n\r\n", "# Fel\r\n\r\nNytt.\r\n\r\n", StringComparison.Ordinal));
        plan = sample.Plan([new ImportedUnit("a", "errors:text", hash, target, State: null)]);
        Assert.Empty(plan.Problems);
        sample.Apply(plan);
        Assert.Contains("Kör du `kb lint` i **10** av 12 mappar med {0}?\r\n", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_locale_of_a_translation_keeps_the_pages_of_its_own()
    {
        var sample = new Sample("# T\n\nRead [the page](https://example.com/en-us/x) first.\n", "# T\n\nLäs [sidan](https://example.com/sv-se/x) först.\n");
        Assert.False(sample.Unit("t:text").IsStale);
        sample.Apply(sample.Translate("t:text", "Läs först ⟦1⟧den här sidan⟦/1⟧."));
        Assert.Equal("# T\n\nLäs först [den här sidan](https://example.com/sv-se/x).\n", sample.TextOf("sv-SE/a.md"));
    }

    [Theory]
    [InlineData("[the page](x.md#there)", "[sidan](../x.md#där)", false)]
    [InlineData("[the section](#there)", "[avsnittet](#där)", false)]
    [InlineData("[the page](new.md)", "[sidan](old.md)", true)]
    [InlineData("![the page](en/a.png)", "![sidan](sv/a.png)", false)]
    public void A_link_to_another_page_is_stale(string original, string translation, bool isStale) =>
        Assert.Equal(isStale, new Sample($"# T\n\nRead {original} first.\n", $"# T\n\nLäs {translation} först.\n").Unit("t:text").IsStale);

    [Fact]
    public void A_reference_that_is_its_own_name_keeps_leading_there()
    {
        var sample = new Sample("# T\n\nSee [the page] first.\n\n[the page]: x.md\n");
        sample.Apply(sample.Translate("t:text", "Se ⟦1⟧sidan⟦/1⟧ först."));
        Assert.Contains("Se [sidan][the page] först.\n\n[the page]: x.md\n", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pris: 5 * 3 * 2 _a_ [x]", "Pris: 5 \\* 3 \\* 2 \\_a\\_ \\[x\\]")]
    [InlineData("# Fem", "\\# Fem")]
    [InlineData("- fem", "\\- fem")]
    [InlineData("1. fem", "1\\. fem")]
    [InlineData("> fem", "\\> fem")]
    [InlineData("fem\r\n\r\nsex", "fem sex")]
    [InlineData("<b>fem", "\\<b>fem")]
    public void What_a_translator_types_is_words_and_no_markup(string target, string expected)
    {
        var sample = new Sample("# T\n\nFive.\n", "# T\n\nFemma.\n");
        var plan = sample.Translate("t:text", target);
        Assert.Empty(plan.Problems.Where(p => p.Kind != ImportProblemKind.Parity));
        sample.Apply(plan);
        Assert.Equal("# T\n\n" + expected + "\n", sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void A_pipe_in_a_cell_is_escaped()
    {
        var sample = new Sample(Original, Translation);
        sample.Apply(sample.Translate("errors:column.2", "Åtgärd | lösning"));
        Assert.Equal(Translation.Replace("| Åtgärd |", "| Åtgärd \\| lösning |", StringComparison.Ordinal), sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void A_new_locale_starts_from_the_original_with_what_is_untranslated_marked()
    {
        var sample = new Sample("---\ntitle: T\nms.locale: en-us\n---\n# The title\n\nOne.\n\nTwo.\n");
        var plan = sample.Translate("the-title:text.2", "Två.");
        var file = Assert.Single(plan.Files);
        Assert.True(file.File.IsNew);
        Assert.Equal(("sv-SE/a.md", 1, 3), (file.File.File.Path, file.Units, file.Untranslated));
        sample.Apply(plan);
        Assert.Equal("---\ntitle: T\nms.locale: sv-se\n---\n# The title <!-- kb:untranslated -->\n\nOne. <!-- kb:untranslated -->\n\nTvå.\n", sample.TextOf("sv-SE/a.md"));

        // Nobody takes the original's words for a translation, and the mark goes with them.
        Assert.Null(sample.Unit("the-title:text").Target);
        sample.Apply(sample.Translate("the-title:text", "Ett."));
        Assert.Equal("---\ntitle: T\nms.locale: sv-se\n---\n# The title <!-- kb:untranslated -->\n\nEtt.\n\nTvå.\n", sample.TextOf("sv-SE/a.md"));
    }

    [Theory]
    [InlineData("title: A", "Ett: två", "title: \"Ett: två\"")]
    [InlineData("title: A", "Ett", "title: Ett")]
    [InlineData("title: 'A'", "Anna's", "title: 'Anna''s'")]
    [InlineData("title: \"A\"", "\"Ett\" \\ två", "title: \"\\\"Ett\\\" \\\\ två\"")]
    public void Front_matter_stays_what_yaml_can_read(string field, string target, string expected)
    {
        var sample = new Sample($"---\n{field}\n---\n# T\n", $"---\n{field}\n---\n# T\n");
        sample.Apply(sample.Translate("meta:title", target));
        Assert.Equal($"---\n{expected}\n---\n# T\n", sample.TextOf("sv-SE/a.md"));
        Assert.Equal(target, sample.Load().Articles.Find("a")!.In(Sample.Swedish)!.FrontMatter["title"]);
    }

    [Fact]
    public void A_text_that_the_translation_has_no_place_for_is_refused_unless_the_document_is_built_anew()
    {
        var sample = new Sample("# T\n\nOne.\n\nTwo.\n", "# T\n\nEtt.\n");
        var units = new[] { new ImportedUnit("a", "t:text.2", sample.Unit("t:text.2").Source.Text.Hash, "Två.", State: null), new ImportedUnit("a", "t:text", sample.Unit("t:text").Source.Text.Hash, "Ett.", State: null) };
        Assert.All(sample.Plan(units).Problems, p => Assert.Equal(ImportProblemKind.NoPlace, p.Kind));
        sample.Apply(sample.Plan(units, o => o with { FromSource = true }));
        Assert.StartsWith("# T", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
        Assert.EndsWith("\n\nEtt.\n\nTvå.\n", sample.TextOf("sv-SE/a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_translations_of_a_unit_contradict_each_other()
    {
        var sample = new Sample(Original, Translation);
        var plan = sample.Plan([new ImportedUnit("a", "errors:heading", null, "Felen", null), new ImportedUnit("a", "errors:heading", null, "Felet", null)]);
        Assert.Equal(ImportProblemKind.Contradiction, Assert.Single(plan.Problems).Kind);
        Assert.Empty(plan.Files);
    }

    [Fact]
    public void Units_below_the_state_that_is_asked_for_are_left_out()
    {
        var sample = new Sample(Original, Translation);
        ImportedUnit[] units = [new("a", "errors:heading", null, "Felen", UnitState.Translated), new("a", "errors:column", null, "Felkod", UnitState.Reviewed)];
        var plan = sample.Plan(units, o => o with { LeastState = UnitState.Reviewed });
        Assert.Equal("Felkod", Assert.Single(Assert.Single(plan.Files).File.Changes).NewText);
        Assert.Equal(1, plan.Untranslated);
    }

    [Fact]
    public void Blanks_that_a_tool_drops_between_elements_come_back()
    {
        var sample = new Sample("# T\n\nUse **a** `b` now.\n", "# T\n\nBruka **a** `b` nu.\n");
        sample.Apply(sample.Translate("t:text", "Använd ⟦1⟧a⟦/1⟧⟦2⟧ nu."));
        Assert.Equal("# T\n\nAnvänd **a** `b` nu.\n", sample.TextOf("sv-SE/a.md"));
    }

    [Fact]
    public void Encoding_and_byte_order_mark_of_a_file_stay()
    {
        var sample = new Sample(Original);
        var encoding = new System.Text.UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        sample.Add("sv-SE/a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes(Translation)]);
        var plan = sample.Translate("errors:heading", "Felen");
        var expected = Translation.Replace("# Fel\r", "# Felen\r", StringComparison.Ordinal);
        Assert.Equal((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(expected)], Assert.Single(plan.Files).File.After.ToArray());
    }
}
