using KbApi.Content.Model;

namespace KbApi.Content.Tests.Editing;

public class EntryEditorTests
{
    private const string Document = """
        # Errors

        |Code|Error | Cause|Resolution   |
        |:--|---|---|---|
        | E1001 |It stops.|The disk is full. |Delete files.
        | E1002 | It starts `a | b` twice. |  | Restart the service.<br>1. Wait.<br/>2. Try again. |
        |E1003|ディスク|A \| B is set.|Turn it off.|

        """;

    [Theory]
    [InlineData("a/e1001", "cause", "The disk is *very* full.", "The disk is full.", "The disk is *very* full.")]
    [InlineData("a/e1001", "resolution", "Delete files.\nThen restart.", "Delete files.\n", "Delete files.<br>Then restart.\n")]
    [InlineData("a/e1001", "resolution", "Run `a | b`.", "Delete files.", "Run `a \\| b`.")]
    [InlineData("a/e1002", "resolution", "Start it.\n\n- First.\n- Second.", "Restart the service.<br>1. Wait.<br/>2. Try again.", "Start it.<br><br>- First.<br>- Second.")]
    [InlineData("a/e1002", "cause", "Nobody knows.", "|  | Restart", "| Nobody knows. | Restart")]
    [InlineData("a/e1003", "cause", "A | B is not set.", "A \\| B is set.", "A \\| B is not set.")]
    [InlineData("a/e1003", "symptom", "\u30C7\u30A3\u30B9\u30AF\u304C\u3044\u3063\u3071\u3044", "\u30C7\u30A3\u30B9\u30AF", "\u30C7\u30A3\u30B9\u30AF\u304C\u3044\u3063\u3071\u3044")]
    public void A_field_of_a_row_changes_its_own_cell(string id, string field, string markdown, string old, string written) =>
        EditBench.Replaces(Document, id, field, markdown, old, written);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_endings_of_the_document_stay_and_are_those_of_new_lines(string newLine)
    {
        var document = "# E1001: It stops\n\nText.\n\n## Resolution\n\nOld.\n\n## Next steps\n\nRead on.\n".Replace("\n", newLine, StringComparison.Ordinal);
        EditBench.Replaces(document, "a/e1001", "resolution", "Do this:\n\n1. Wait.\n2. Go.", "Old.", "Do this:" + newLine + newLine + "1. Wait." + newLine + "2. Go.");
    }

    [Fact]
    public void A_list_below_a_label_is_replaced_as_a_whole() => EditBench.Replaces(
        "# Errors\n\n## E1001: It stops\n\n**Cause:** Old cause.\n\n**Resolution:**\n\n1. Wait.\n   - A while.\n2. Go.\n\n## E1002: It starts\n\n**Cause:** None.\n",
        "a/e1001", "resolution", "Restart it:\n\n- now\n  - or later", "1. Wait.\n   - A while.\n2. Go.", "Restart it:\n\n- now\n  - or later");

    [Fact]
    public void A_text_behind_a_label_stays_behind_it() => EditBench.Replaces(
        "# Errors\n\n## E1001: It stops\n\n**Cause:** Old cause.\n\n**Resolution:** Wait.\n\n## E1002: It starts\n\n**Cause:** None.\n",
        "a/e1001", "cause", "The `disk` is full.", "Old cause.", "The `disk` is full.");

    [Fact]
    public void A_heading_keeps_its_anchor_and_its_entry_its_id() => EditBench.Replaces(
        "# Errors\n\n## <a name=\"stops\"></a>The service stops with an error\n\n### Cause\n\nA.\n\n### Resolution\n\nRestart it.\n",
        "a/stops", "title", "The service fails with an error", "The service stops with an error", "The service fails with an error");

    [Fact]
    public void A_cell_keeps_its_anchor_and_its_entry_its_id() => EditBench.Replaces(
        "# Errors\n\n| Symptom | Resolution |\n| --- | --- |\n| <a name=\"full\"></a>The disk is full. | Delete files. |\n",
        "a/full", "symptom", "The *disk* is too full.", "The disk is full.", "The *disk* is too full.");

    [Fact]
    public void A_document_that_is_one_problem_has_its_title_in_front_matter() => EditBench.Replaces(
        "---\ntitle: \"Error E1001: It stops\"\n---\n\n## Symptoms\n\nIt stops.\n\n## Resolution\n\nRestart it.\n",
        "a/e1001", "title", "Error E1001: it ends", "Error E1001: It stops", "Error E1001: it ends");

    [Fact]
    public void A_cell_of_HTML_gets_HTML() => EditBench.Replaces(
        "# Errors\n\n<table>\n<tr><th>Error code</th><th>Cause</th><th>Resolution</th></tr>\n<tr><td>E1001</td><td>Old cause.</td><td>Restart it.</td></tr>\n</table>\n",
        "a/e1001", "cause", "**A** & `b`\n- c\n- d", "Old cause.", "<strong>A</strong> &amp; <code>b</code><ul><li>c</li><li>d</li></ul>");

    [Fact]
    public void An_item_of_a_list_keeps_its_indentation() => EditBench.Replaces(
        "# Common errors\n\n- **E1001**: It stops.\n- **E1002**: It starts.\n  Restart it.\n- **E1003**: It waits.\n",
        "a/e1002", "description", "It begins,\nand ends.", "It starts.\n", "It begins,\n  and ends.\n");

    [Fact]
    public void A_message_in_a_code_span_is_what_a_screen_shows() => EditBench.Replaces(
        "# Errors\n\n| Symptom | Resolution |\n| --- | --- |\n| The log says `disk is full` and it stops. | Delete files. |\n",
        "a/the-log-says-disk-is-full-and-it-stops", "message", "disk a|b is full", "disk is full", "disk a\\|b is full", mayRename: true);

    [Fact]
    public void A_code_is_replaced_where_it_stands() => EditBench.Replaces(
        "# Errors\n\n| Code | Cause |\n| --- | --- |\n| E1001 | A full disk is the cause. |\n| E1002 | Something else. |\n",
        "a/e1001", "code", "E1007", "E1001", "E1007", mayRename: true);

    [Fact]
    public void A_text_that_says_so_already_changes_nothing()
    {
        var result = new EditBench(("a.md", Document)).Edit("a/e1001", "cause", "The disk is full.");
        Assert.Empty(result.File!.Changes);
        Assert.False(result.File.IsChanged);
    }

    [Fact]
    public void Edits_build_on_each_other()
    {
        var bench = new EditBench(("a.md", Document));
        bench.After("a/e1001", "cause", "First.");
        Assert.Contains("|First. |Wait a second.\n", bench.After("a/e1001", "resolution", "Wait a second."), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_text_of_the_locale_changes()
    {
        var bench = new EditBench(("en-US/a.md", Document), ("sv-SE/a.md", Document.Replace("The disk is full.", "Disken \u00E4r full.", StringComparison.Ordinal)));
        var result = bench.Edit("a/e1001", "cause", "H\u00E5rddisken \u00E4r full.", "sv-SE");
        Assert.Equal("sv-SE/a.md", result.File!.File.Path);
        Assert.Equal("The disk is full.", bench.KnowledgeBase.Entries.Find("a/e1001")!.In(LocaleTag.Parse("en-US"))!.Causes[0].Text);
        Assert.Equal("H\u00E5rddisken \u00E4r full.", bench.KnowledgeBase.Entries.Find("a/e1001")!.In(LocaleTag.Parse("sv-SE"))!.Causes[0].Text);
    }
}
