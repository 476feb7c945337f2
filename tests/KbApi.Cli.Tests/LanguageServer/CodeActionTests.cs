using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>Mends and suppressions, as a client without snippets and versions gets them, made by hand on the text.</summary>
public sealed class CodeActionTests
{
    private const string Table = """
        # Printer errors

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | PRN_0001 | The printer is out of paper. | Add paper. |
        | PRN_0002 | The printer is offline. | Turn it on.
        | PRN_0003 | The printer is on fire. | Leave the room. |

        """;

    [Theory]
    [InlineData(Table, "Turn it on.", "KB1020", "| Add paper. <!-- kb-disable-next-line KB1020 -- we like it so --> |\n")]
    [InlineData("# T\n\nOne line\nand [a place](#nowhere) that is not there.\n", "[a place]", "KB1027", "One line <!-- kb-disable-next-line KB1027 -- we like it so -->\nand")]
    [InlineData("# T\n\n- See [a place](#nowhere) that is not there.\n", "[a place]", "KB1027", "\n\n<!-- kb-disable-next-line KB1027 -- we like it so -->\n- See")]
    [InlineData("# T\r\n\r\n  1. One.\r\n  2. See [a place](#nowhere).\r\n", "[a place]", "KB1027", "1. One. <!-- kb-disable-next-line KB1027 -- we like it so -->\r\n  2.")]
    public async Task A_line_is_suppressed_where_nothing_is_broken_by_it(string text, string place, string rule, string expected)
    {
        var (before, after) = await SuppressAsync(text, place, rule, $"Suppress {rule} on this line, with a reason");

        Assert.Contains(expected, after, StringComparison.Ordinal);
        Assert.Equal(await RulesAsync(before, without: rule), await RulesAsync(after, without: null));
    }

    [Fact]
    public async Task A_document_is_suppressed_below_its_metadata()
    {
        var (before, after) = await SuppressAsync("---\ntitle: T\n---\n" + Table, "Turn it on.", "KB1020", "Suppress KB1020 in this document, with a reason");

        Assert.StartsWith("---\ntitle: T\n---\n<!-- kb-disable KB1020 -- we like it so -->\n\n# Printer errors\n", after, StringComparison.Ordinal);
        Assert.Equal(await RulesAsync(before, without: "KB1020"), await RulesAsync(after, without: null));
    }

    [Fact]
    public async Task The_first_row_of_a_table_can_only_be_suppressed_with_the_document()
    {
        var actions = await ActionsAsync(Table.Replace("Add paper. |", "Add paper.", StringComparison.Ordinal).Replace("Turn it on.", "Turn it on. |", StringComparison.Ordinal), "Add paper.");

        Assert.DoesNotContain("Suppress KB1020 on this line, with a reason", actions.Select(a => (string?)a!["title"]));
        Assert.Contains("Suppress KB1020 in this document, with a reason", actions.Select(a => (string?)a!["title"]));
    }

    [Fact]
    public async Task All_findings_of_a_rule_are_mended_together_where_there_are_several()
    {
        var text = Table.Replace("Leave the room. |", "Leave the room.", StringComparison.Ordinal) + "| PRN_0004 | The printer smokes. | Call us. |\n";
        var actions = await ActionsAsync(text, "Turn it on.");
        var all = actions.Single(a => (string?)a!["title"] == "Mend all KB1020 in this document")!;
        var edits = all["edit"]!["changes"]!.AsObject().Single().Value!.AsArray();

        Assert.Equal(2, edits.Count);
        Assert.All(edits, e => Assert.Equal(" |", (string?)e!["newText"]));
    }

    private static async Task<(string Before, string After)> SuppressAsync(string text, string place, string rule, string title)
    {
        var actions = await ActionsAsync(text, place);
        var action = actions.SingleOrDefault(a => (string?)a!["title"] == title);
        Assert.True(action is not null, $"{rule}: {string.Join(", ", actions.Select(a => (string?)a!["title"]))}");
        var edit = action["edit"]!["changes"]!.AsObject().Single().Value!.AsArray().Single()!;

        // The reason is the person's to write.
        var comment = ((string)edit["newText"]!).Replace("--  -->", "-- we like it so -->", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var at = lines.Take((int)edit["range"]!["start"]!["line"]!).Sum(l => l.Length + 1) + (int)edit["range"]!["start"]!["character"]!;
        return (text, text.Insert(at, comment));
    }

    private static async Task<JsonArray> ActionsAsync(string text, string place)
    {
        using var client = await LspClient.InitializeAsync(folder: null);
        const string Uri = "file:///nowhere/en-US/a.md";
        await client.OpenAsync(Uri, text);
        var before = text[..text.IndexOf(place, StringComparison.Ordinal)];
        var line = before.Count(c => c == '\n');
        var character = before.Length - (before.LastIndexOf('\n') + 1);
        var answer = await client.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["range"] = LspClient.Range(line, character, line, character + place.Length),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        });
        return answer["result"]!.AsArray();
    }

    private static async Task<List<string>> RulesAsync(string text, string? without)
    {
        using var folder = new TempFolder();
        folder.Write("en-US/a.md", text);
        var (_, output, _) = await TestTerminal.RunAsync("lint", folder.Path, "--format", "json");
        return [.. JsonNode.Parse(output)!.AsArray().Select(d => (string)d!["id"]!).Where(id => id != without).Order(StringComparer.Ordinal)];
    }
}
