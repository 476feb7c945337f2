using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>What explains and what tells what to do, whatever the column is called.</summary>
public sealed class MeaningTests
{
    [Theory]
    [InlineData("| Error | Solution |", "The disk is full. Delete a file.", "", "The disk is full.", "Delete a file.")]
    [InlineData("| Error | Solution |", "Delete a file. It is full.", "", "", "Delete a file. It is full.")]
    [InlineData("| Error | Solution |", "The disk is full.<br><br>Delete a file.", "", "The disk is full.", "Delete a file.")]
    [InlineData("| Error | Solution |", "The presenter needs permission.", "", "", "The presenter needs permission.")]
    [InlineData("| Error | Solution |", "See [the guide](x.md).", "", "", "See the guide.")]
    [InlineData("| Error | Solution |", "[The guide](x.md)", "", "", "The guide")]
    [InlineData("| Error | Solution |", "The disk is full.", "", "The disk is full.", null)]
    [InlineData("| Error | Description |", "The disk is full. Delete a file.", "The disk is full.", "", "Delete a file.")]
    [InlineData("| Error | Description |", "The disk is full.", "The disk is full.", "", null)]
    [InlineData("| Error | Cause |", "The disk is full. Delete a file.", "", "The disk is full.", "Delete a file.")]
    [InlineData("| Error | Description |", "Call 5 times. Never more.", "", "", "Call 5 times. Never more.")]
    public void Sentences_decide(string header, string cell, string description, string cause, string? resolution)
    {
        var entry = Documents.ReadRow(header, $"| It fails | {cell} |");

        Assert.Equal(description, Join(entry.Descriptions));
        Assert.Equal(cause, Join(entry.Causes));
        Assert.Equal(resolution, entry.Resolution?.Text);
    }

    [Theory]
    [InlineData("The disk is full.\n\n```\nuse disk;\nlet go = 1;\n```", null)]
    [InlineData("Delete a file:\n\n```\nrm old\n```\n\nThat is all.", "Delete a file:|rm old")]
    [InlineData("The disk is full. To make room for more:\n\n```\nrm old\n```", "To make room for more:|rm old")]
    [InlineData("To reproduce the failure:\n\n```\nfill disk\n```", null)]
    [InlineData("Note: the disk is small. Type: solid.", null)]
    [InlineData("Fix: delete a file.", "Fix: delete a file.")]
    public void A_block_of_code_goes_with_the_sentence_before_it(string markdown, string? resolution)
    {
        var entry = Assert.Single(Documents.Read($"# Disks\n\n## Error 0x80070070\n\n{markdown}\n").Entries);

        Assert.Equal(resolution, entry.Resolution is null ? null : string.Join('|', entry.Resolution.Paragraphs.Select(p => p.Text)));
    }

    [Fact]
    public void The_number_of_a_heading_is_no_part_of_the_title() =>
        Assert.Equal(["The pump stops", "doc/the-pump-stops"], Documents.Read("# Troubleshooting\n\n## 2) The pump stops working\n\nWait.\n").Entries.SelectMany(e => (string[])[e.Title.Text[..14], e.Id[..18]]));

    [Fact]
    public void Where_another_column_explains_the_resolution_is_whole()
    {
        var entry = Documents.ReadRow("| Error | Cause | Solution |", "| It fails | It is full. | The disk matters. Delete a file.<br><br>That is all. |");

        Assert.Equal("It is full.", Join(entry.Causes));
        Assert.Equal(["The disk matters. Delete a file.", "That is all."], entry.Resolution!.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Technical_details_stay_apart()
    {
        var entry = Documents.ReadRow("| Error | Details | Technical details |", "| It fails | Ask your administrator. | The disk is full. |");

        Assert.Equal(("The disk is full.", "Ask your administrator."), (Join(entry.TechnicalDetails), entry.Resolution?.Text));
        Assert.Equal((Audience.User, HandOff.Administrator), (entry.Audience, entry.HandOff));
    }

    [Theory]
    [InlineData("Contact support.", HandOff.Support)]
    [InlineData("Ask your administrator, who can contact support.", HandOff.Administrator)]
    [InlineData("Restart it.", null)]
    public void Somebody_may_take_over(string cell, HandOff? handOff) =>
        Assert.Equal(handOff, Documents.ReadRow("| Error | Solution |", $"| It fails | {cell} |").HandOff);

    [Theory]
    [InlineData("en-US", "| Error | Cause | Solution |", "| It fails | The disk is full. | None. |")]
    [InlineData("en-US", "| Error | Cause | Solution |", "| It fails | The disk is full. | Not applicable |")]
    [InlineData("en-US", "| Error | Cause | Solution |", "| It fails | The disk is full. | N/A |")]
    [InlineData("sv-SE", "| Fel | Orsak | L\u00F6sning |", "| Det st\u00E5r still | Disken \u00E4r full. | Saknas |")]
    [InlineData("ja-JP", "| \u30A8\u30E9\u30FC | \u539F\u56E0 | \u89E3\u6C7A\u7B56 |", "| \u8D77\u52D5\u3057\u307E\u305B\u3093 | \u30C7\u30A3\u30B9\u30AF\u304C\u3044\u3063\u3071\u3044\u3067\u3059\u3002 | \u306A\u3057 |")]
    public void That_there_is_nothing_to_say_is_no_resolution(string locale, string header, string row)
    {
        var entry = Documents.ReadRow(header, row, locale);

        Assert.Null(entry.Resolution);
        Assert.Single(entry.Causes);
    }

    [Theory]
    [InlineData("<ol><li>Open it.</li><li>Close it.</li></ol>", "Open it.|Close it.")]
    [InlineData("<ul><li>Open it.<li>Close it.</ul>", "Open it.|Close it.")]
    [InlineData("Do this:<br>1. Open it.<br>2. Close it.", "Open it.|Close it.")]
    [InlineData("a) Open it.<br> b) Close it.", "Open it.|Close it.")]
    [InlineData("Open it.<br>Close it.", "")]
    [InlineData("1. Open it.", "")]
    [InlineData("Open version<br>1.5 first.<br>2.5 next.", "")]
    public void Lists_in_a_cell_are_steps(string cell, string steps)
    {
        var resolution = Documents.ReadRow("| Error | Cause | Solution |", $"| It fails | x | {cell} |").Resolution!;

        Assert.Equal(steps, string.Join('|', resolution.Steps.Select(s => s.Text)));
    }

    [Fact]
    public void A_count_is_no_step_in_Swedish() => Assert.Empty(Documents.ReadRow(
        "| Fel | Orsak | L\u00F6sning |", "| Det st\u00E5r still | Inom 1 timme:<ul><li>5 f\u00F6rs\u00F6k att starta</li><li>5 f\u00F6rs\u00F6k att stoppa</li></ul> | V\u00E4nta. |", "sv-SE").Resolution!.Steps);

    private static string Join(IEnumerable<Prose> texts) => string.Join('|', texts.Select(t => t.Text));

    [Theory]
    [InlineData("**Fix:**\n1. Pin the tag of the image before the upgrade. The newest one moves.\n2. Check the log.\n3. Fall back to the tag before.\n")]
    [InlineData("**Fix:** Pin the tag of the image before the upgrade. The newest one moves.\n\nCheck the log.\n\nFall back to the tag before.\n")]
    public void Below_a_word_for_a_resolution_nothing_is_a_cause_that_does_not_say_what_is_wrong(string fix)
    {
        var entry = Assert.Single(Documents.Read($"# Troubleshooting\n\n## The upgrade fails\n\n**Symptom:** It does not start.\n\n{fix}").Entries);

        Assert.Empty(entry.Causes);
        Assert.Equal(
            ["Pin the tag of the image before the upgrade. The newest one moves.", "Check the log.", "Fall back to the tag before."], entry.Resolution!.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Commands_in_the_steps_of_a_solution_belong_to_it()
    {
        var entry = Assert.Single(Documents.Read(
            "# Troubleshooting\n\n## The disk does not mount\n\n**Symptom:** It fails.\n\n**Solution:**\n\n1. Check the folder:\n\n   ```bash\n   ls -la /var/lib/pump\n   ```\n\n2. Move it:\n\n   ```bash\n   mv a b\n   ```\n").Entries);

        Assert.Empty(entry.Causes);
        Assert.Equal(["Check the folder:", "ls -la /var/lib/pump", "Move it:", "mv a b"], entry.Resolution!.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void What_is_wrong_is_a_cause_below_a_word_for_a_resolution_too()
    {
        var entry = Assert.Single(Documents.Read("# Troubleshooting\n\n## The upgrade fails\n\n**Symptom:** It does not start.\n\n**Fix:** The tag of the image is missing. Set it.\n").Entries);

        Assert.Equal(("The tag of the image is missing.", "Set it."), (Assert.Single(entry.Causes).Text, Assert.Single(entry.Resolution!.Paragraphs).Text));
    }
}
