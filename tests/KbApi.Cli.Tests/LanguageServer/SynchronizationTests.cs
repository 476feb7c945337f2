using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>Documents as they stand in the editor, and what is found in them.</summary>
public sealed class SynchronizationTests
{
    [Fact]
    public async Task After_many_quick_edits_the_findings_are_those_of_kb_lint_on_the_last_text()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var path = Path.Combine(folder.Path, "content", "en-US", "printers.md");
        var uri = LspClient.UriOf(path);
        var lines = File.ReadAllText(path).Split('\n').ToList();
        await client.OpenAsync(uri, string.Join('\n', lines));

        // A row is typed letter by letter, and questions are asked meanwhile, of which some are cancelled.
        const string Row = "| PRN_0003 | See [this](#nowhere) | See PRN_0001";
        await client.ChangeAsync(uri, 2, new JsonObject { ["range"] = LspClient.Range(13, 0, 13, 0), ["text"] = "\n" });
        var asked = new List<int>();
        for (var i = 0; i < Row.Length; i++)
        {
            await client.ChangeAsync(uri, i + 3, new JsonObject { ["range"] = LspClient.Range(13, i, 13, i), ["text"] = Row[i].ToString() });
            asked.Add(await client.SendRequestAsync("textDocument/documentSymbol", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } }));
            if (i % 3 == 0)
            {
                await client.TellAsync("$/cancelRequest", new JsonObject { ["id"] = asked[^1] });
            }
        }

        var findings = await client.FindingsAsync(uri, Row.Length + 2);
        lines.Insert(13, Row);
        File.WriteAllText(path, string.Join('\n', lines));
        var (_, output, _) = await TestTerminal.RunAsync("lint", Path.Combine(folder.Path, "content"), "--format", "json");
        var expected = JsonNode.Parse(output)!.AsArray().Where(d => ((string)d!["path"]!).EndsWith("en-US/printers.md", StringComparison.Ordinal))
            .Select(d => $"{d!["id"]} {(int)d["line"]! - 1}:{(int)d["column"]! - 1} {d["message"]}").ToList();

        Assert.Equal(expected, findings.Select(d => $"{d!["code"]} {d["range"]!["start"]!["line"]}:{d["range"]!["start"]!["character"]} {d["message"]}"));
        Assert.Contains(expected, e => e.StartsWith("KB1027 13:", StringComparison.Ordinal));
        Assert.Equal(0, await client.ExitAsync());
        var answered = client.Notifications.Where(n => n["method"] is null).ToDictionary(n => (int)n["id"]!, n => n["error"]?["code"]);
        Assert.All(asked.SkipLast(1), id => Assert.True(answered[id] is null || (int)answered[id]! == -32800));
    }

    [Fact]
    public async Task Findings_follow_settings_beside_the_documents_and_folders_that_come_and_go()
    {
        using var folder = PrinterContent.Write();
        using var second = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "printers.md"));
        Assert.NotEqual(0, await CountAsync(uri));

        var settings = folder.Write("content/.editorconfig", "root = true\n[*.md]\nkb_diagnostic.severity = none\n");
        await client.TellAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = LspClient.UriOf(settings), ["type"] = 1 }) });
        Assert.Equal(0, await CountAsync(uri));

        var there = LspClient.UriOf(Path.Combine(second.Path, "content", "en-US", "printers.md"));
        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders([second.Path], []));
        Assert.NotEqual(0, await CountAsync(there));
        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders([], [second.Path]));
        Assert.Equal(0, await CountAsync(there));

        // A folder within another has its documents for itself: they are told of once, with what is open.
        var inner = Path.Combine(second.Path, "content", "en-US");
        var known = client.Notifications.Count;
        await client.OpenAsync(there, File.ReadAllText(new Uri(there).LocalPath), version: 7);
        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders([second.Path], []));
        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders([inner], []));
        Assert.NotEmpty(await client.FindingsAsync(there, 7));
        await client.ChangeAsync(there, 8, new JsonObject { ["text"] = "# Empty" });
        await client.FindingsAsync(there, 8);
        Assert.Equal(0, await client.ExitAsync());
        Assert.DoesNotContain(client.Notifications.Skip(known), n => (string?)n["params"]?["uri"] == there && (int?)n["params"]!["version"] is not (7 or 8));

        async Task<int> CountAsync(string document) =>
            (await client.NotificationAsync("textDocument/publishDiagnostics", p => (string?)p["uri"] == document))["params"]!["diagnostics"]!.AsArray().Count;

        static JsonObject Folders(string[] added, string[] removed) => new()
        {
            ["event"] = new JsonObject { ["added"] = Of(added), ["removed"] = Of(removed) },
        };

        static JsonArray Of(string[] paths) => new([.. paths.Select(p => new JsonObject { ["uri"] = LspClient.UriOf(p), ["name"] = "x" })]);
    }

    [Fact]
    public async Task Only_open_documents_have_findings_where_that_is_set()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path, new JsonObject { ["scope"] = "openFiles", ["severity"] = "warning" });
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "sv-SE", "printers.md"));
        await client.OpenAsync(uri, File.ReadAllText(new Uri(uri).LocalPath));

        var findings = await client.FindingsAsync(uri, 1);

        Assert.Equal(["KB1020"], findings.Select(f => (string?)f!["code"]));
        Assert.DoesNotContain(client.Notifications, n => (string?)n["method"] == "textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task A_document_that_is_in_no_folder_and_on_no_disk_is_looked_at_for_itself()
    {
        using var client = await LspClient.InitializeAsync(folder: null);
        const string Uri = "file:///nowhere/sv-SE/ny%20artikel.md";
        await client.OpenAsync(Uri, PrinterContent.Swedish);

        Assert.Contains(await client.FindingsAsync(Uri, 1), f => (string?)f!["code"] == "KB1020");
        var hover = await client.AskAsync("textDocument/hover", LspClient.At(Uri, 11, 5));
        Assert.Contains("\n\nGör så här\nKontrollera pappersfacket.", (string?)hover["result"]!["contents"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_a_finding_and_one_that_is_hostile_is_answered()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "large.md"));
        await client.OpenAsync(uri, new string('a', 17 * 1024 * 1024));
        Assert.Equal(["KB1004"], (await client.FindingsAsync(uri, 1)).Select(f => (string?)f!["code"]));
        Assert.Null((await client.AskAsync("textDocument/hover", LspClient.At(uri, 0, 3)))["error"]);

        var hostile = string.Concat(Enumerable.Repeat("[a](", 50_000)) + "\n" + string.Concat(Enumerable.Repeat("> ", 500)) + "\n| " + string.Concat(Enumerable.Repeat("x | ", 5000)) + "\n|---|\n<!-- kb-disable\nsee [a](";
        await client.ChangeAsync(uri, 2, new JsonObject { ["text"] = hostile });
        Assert.NotEmpty(await client.FindingsAsync(uri, 2));
        foreach (var method in new[] { "hover", "definition", "implementation", "references", "completion" })
        {
            Assert.Null((await client.AskAsync("textDocument/" + method, LspClient.At(uri, 4, 15)))["error"]);
            Assert.Null((await client.AskAsync("textDocument/" + method, LspClient.At(uri, 5, 8)))["error"]);
        }

        await client.ChangeAsync(uri, 3, new JsonObject { ["text"] = "# Small again\n\nPRN_0001" });
        Assert.DoesNotContain(await client.FindingsAsync(uri, 3), f => (string?)f!["code"] == "KB1004");
        var hover = await client.AskAsync("textDocument/hover", LspClient.At(uri, 2, 3));
        Assert.Contains("out of paper", (string?)hover["result"]!["contents"]!["value"], StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Halves_of_characters_are_taken_and_places_behind_them_stay()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "new.md"));
        var open = $$$$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"{{{{uri}}}}","languageId":"markdown","version":1,"text":"# A\n\n\ud83d PRN_0001 \ud83d\ude00 \\ud83d PRN_0002"}}}""";
        await client.SendAsync(open);

        var first = await client.AskAsync("textDocument/hover", LspClient.At(uri, 2, 4));
        Assert.Equal("""{"start":{"line":2,"character":2},"end":{"line":2,"character":10}}""", first["result"]!["range"]!.ToJsonString());
        var second = await client.AskAsync("textDocument/hover", LspClient.At(uri, 2, 25));
        Assert.Equal("""{"start":{"line":2,"character":21},"end":{"line":2,"character":29}}""", second["result"]!["range"]!.ToJsonString());
    }
}
