using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class ProcedureTests
{
    [Theory]
    [InlineData("There are two possible workarounds:\n\n1. Restart it.\n2. Replace it.")]
    [InlineData("This has one of the following causes:\n\n1. Use of old keys.\n2. Use of no keys.")]
    [InlineData("<u>Steps to reproduce</u>:\n\n1. Open the valve.\n2. Start the pump.")]
    [InlineData("1. A full disk.\n2. A lost key.")]
    public void Numbered_causes_and_alternatives_are_none(string markdown) => Assert.Empty(Documents.Read($"# Pumps\n\n{markdown}\n").Procedures);

    [Theory]
    [InlineData("es-ES", "Para reproducir el v\u00EDdeo, siga estos pasos:\n\n1. Abra la tapa.\n2. Seleccione el v\u00EDdeo.")]
    [InlineData("sv-SE", "F\u00F6r att \u00E5terskapa kontot, f\u00F6lj dessa steg:\n\n1. \u00D6ppna portalen.\n2. V\u00E4lj kontot.")]
    public void Words_for_reproduction_also_mean_to_play_and_to_restore(string locale, string markdown) => Assert.Single(Documents.Read($"# Pumps\n\n{markdown}\n", locale).Procedures);

    [Fact]
    public void Steps_below_causes_are_none() => Assert.Empty(Documents.Read("# Pumps\n\n## Cause\n\n1. Open valves.\n2. Close calls.\n").Procedures);

    [Fact]
    public void Numbers_that_go_on_after_a_block_are_one_procedure()
    {
        var procedure = Assert.Single(Documents.Read("# Pumps\n\n1. Switch it off:\n\n- **Old pumps**: Press the knob.\n  1. Press.\n  2. Hold.\n\n2. Wait.\n\n3. Switch it on.\n").Procedures);

        Assert.Equal((3, 1, 11), (procedure.Steps.Length, procedure.StartLine, procedure.EndLine));
    }

    [Fact]
    public void A_bold_lead_in_names_the_steps_below_it()
    {
        var procedures = Documents.Read("# Pumps\n\n**To start**\n\n1. Plug it in.\n2. Switch it on.\n\n**To stop**\n\n1. Switch it off.\n2. Wait.\n").Procedures;

        Assert.Equal([("To start", 3), ("To stop", 8)], procedures.Select(p => (p.Title.Text, p.StartLine)));
        Assert.Equal(["doc/pumps", "doc/pumps-2"], procedures.Select(p => p.Id));
    }

    [Fact]
    public void Words_that_announce_steps_make_a_list_one_whatever_its_verbs()
    {
        var procedure = Assert.Single(Documents.Read("# Bombas\n\nSiga estos pasos:\n\n1. Zurcir la tapa.\n2. Batir el filtro.\n", "es-ES").Procedures);

        Assert.Equal(2, procedure.Steps.Length);
    }

    [Fact]
    public void Numbered_steps_in_bullets_are_procedures_where_the_bullets_are_no_steps()
    {
        var procedure = Assert.Single(Documents.Read("# Pumps\n\n- On Windows:\n\n  1. Open the panel.\n  2. Close it.\n\n- Elsewhere, wait.\n").Procedures);

        Assert.Equal((5, 2), (procedure.StartLine, procedure.Steps.Length));
    }

    [Fact]
    public void Procedures_have_ids_of_their_own_whatever_their_sections_are_called()
    {
        const string Steps = "1. Select a.\n2. Select b.\n\nThen:\n\n1. Restart it.\n2. Open it.\n\n";
        var procedures = Documents.Read($"# Solution\n\n{Steps}# Solution\n\n{Steps}# Solution\n\n{Steps}").Procedures;

        Assert.Equal(
            ["doc/solution", "doc/solution-2", "doc/solution-1", "doc/solution-1-2", "doc/solution-2-2", "doc/solution-2-3"],
            procedures.Select(p => p.Id));
    }

    [Theory]
    [InlineData("<ol>\n<li>Open the valve.</li>\n<li>Select <b>Start</b>.</li>\n</ol>\n", 2)]
    [InlineData("<ol>\n  <li>Open the valve.\n  <li>Wait.\n</ol>\n", 2)]
    [InlineData("<ol><li><p>Open the valve.</p></li><li><p>Wait.</p><ul><li>A minute</li></ul></li></ol>\n<p>The end.</p>\n", 2)]
    [InlineData("<ol><li>Open the valve:<ol><li>Left.</li><li>Right.</li></ol></li><li>Wait.</li></ol>\n", 2)]
    [InlineData("<ol><ol><li>Open the valve.</li><li>Wait.</li></ol></ol>\n", 2)]
    [InlineData("<ol><li>A full disk.</li><li>A lost key.</li></ol>\n", 0)]
    [InlineData("<ul><li>Open the valve.</li><li>Wait.</li></ul>\n", 0)]
    public void Steps_may_be_written_in_HTML(string html, int steps)
    {
        var article = Documents.Read($"# Pumps\n\n## Start a pump\n\n{html}");

        Assert.Equal(steps, article.Procedures.Sum(p => p.Steps.Length));
        Assert.All(article.Procedures, p => Assert.Equal((3, "Start a pump"), (p.StartLine, p.Title.Text)));
        Assert.Empty(SpanChecker.Check(article));
    }

    [Theory]
    [InlineData("**Solution:**", 7)]
    [InlineData("Do this:", 3)]
    public void Steps_begin_with_their_label_or_with_the_heading(string before, int line) =>
        Assert.Equal(line, Assert.Single(Documents.Read($"# Pumps\n\n## The pump can't start\n\nIt is closed.\n\n{before}\n\n1. Open the valve.\n2. Start the pump.\n").Procedures).StartLine);
}
