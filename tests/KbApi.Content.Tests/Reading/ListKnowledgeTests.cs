using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Lists that are procedures, ladders and checklists, and lists that are none.</summary>
public sealed class ListKnowledgeTests
{
    [Fact]
    public void Numbered_instructions_are_a_procedure()
    {
        var article = Documents.Read("# A\n\n## <a name=\"restart\"></a>Restart it\n\nIt helps.\n\n> [!warning]\n> Save first.\n\n> [!NOTE]\n> No caution.\n\n1. Open it.\n\n   ![shot](1.png)\n2. Close it.\n   - Wait.\n\n\nText.\n");
        var procedure = Assert.Single(article.Procedures);

        Assert.Equal(("doc/restart", "Restart it", "It helps."), (procedure.Id, procedure.Title.Text, procedure.Introduction?.Text));
        Assert.Equal(["Open it.", "Close it.\n\nWait."], procedure.Steps.Select(s => s.Text.Text));
        Assert.Equal(["1.png"], procedure.Steps[0].Images.AsEnumerable());
        Assert.Equal("Save first.", Assert.Single(procedure.Warnings).Text);
        Assert.Equal((3, 17), (procedure.StartLine, procedure.EndLine));
    }

    [Fact]
    public void A_second_list_is_a_second_procedure()
    {
        var article = Documents.Read("## Restart\n\n1. Open it.\n2. Close it.\n\nOr:\n\n1. Stop it.\n2. Start it.\n");

        Assert.Equal([("doc/restart", 1, 4), ("doc/restart-2", 8, 9)], article.Procedures.Select(p => (p.Id, p.StartLine, p.EndLine)));
    }

    [Theory]
    [InlineData("- Open it.\n- Close it.\n")]
    [InlineData("1. Open it.\n")]
    [InlineData("1. It is full.\n2. It is locked.\n3. Open it.\n")]
    [InlineData("1. [Open it](#a)\n2. [Close it](#b)\n")]
    public void Other_lists_are_no_procedures(string list) => Assert.Empty(Documents.Read("## A\n\n" + list).Procedures);

    [Fact]
    public void An_ordered_list_of_links_is_a_ladder_to_procedures()
    {
        var article = Documents.Read("## Repair\n\nTake these in this order.\n\n* [Check](#check)\n* [Restart](#Restart).\n* [Ask](#ask)\n\n## Check\n\n## Restart\n\n1. Stop it.\n2. Start it.\n");
        var ladder = Assert.Single(article.Ladders);

        Assert.Equal([("check", null), ("Restart", "doc/restart"), ("ask", null)], ladder.Rungs.Select(r => (r.Anchor, r.Procedure)));
        Assert.Equal(("doc/repair", "Repair", "Take these in this order."), (ladder.Id, ladder.Title.Text, ladder.Introduction?.Text));
    }

    [Theory]
    [InlineData("In this article:\n\n* [A](#a)\n* [B](#b)\n* [C](#c)\n")]
    [InlineData("In this order:\n\n* [A](#a)\n* [B](#b)\n")]
    [InlineData("In this order:\n\n* [A](#a)\n* [B](#b)\n* [C](c.md)\n")]
    [InlineData("In this order:\n\n* [A](#a)\n* [B](#b)\n* Then [C](#c)\n")]
    public void Other_lists_of_links_are_no_ladders(string text) => Assert.Empty(Documents.Read("## A\n\n" + text).Ladders);

    [Fact]
    public void Named_items_under_support_are_a_checklist()
    {
        var article = Documents.Read("## Contact support\n\nInclude:\n\n- **Page** \u2013 which page?\n- **Code:** which code?\n  - With a code, send it.\n- **Time**\n- Anything else\n");
        var checklist = Assert.Single(article.Checklists);

        Assert.Equal([("Page", "which page?", 0), ("Code", "which code?", 1), ("Time", "Time", 0), ("Anything else", "Anything else", 0)],
            checklist.Fields.Select(f => (f.Name, f.Question.Text, f.Details.Length)));
        Assert.Equal((5, "Contact support", "Include:"), (checklist.Count, checklist.Title.Text, checklist.Introduction?.Text));
    }

    [Theory]
    [InlineData("## Links\n\n- **A** a\n- **B** b\n- **C** c\n")]
    [InlineData("## Contact support\n\n- a\n- b\n- **C** c\n")]
    [InlineData("## Contact support\n\n- **A** a\n- **B** b\n")]
    [InlineData("## Contact support\n\n1. **A** a\n2. **B** b\n3. **C** c\n")]
    public void Other_lists_are_no_checklists(string markdown) => Assert.Empty(Documents.Read(markdown).Checklists);
}
