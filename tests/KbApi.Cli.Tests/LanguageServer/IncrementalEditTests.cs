using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>Random edits of random text leave the server where opening the text that they make would have led it.</summary>
public sealed class IncrementalEditTests
{
    [Fact]
    public async Task Edits_lead_where_their_text_leads()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path, new JsonObject { ["severity"] = "hidden" });
        var documents = 0;
        var property = Prop.ForAll(Scripts(), script => RunAsync(client, LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", string.Create(CultureInfo.InvariantCulture, $"random-{++documents}.md"))), script));

        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), property));

        Assert.Equal(0, await client.ExitAsync());
    }

    private static async Task RunAsync(LspClient client, string uri, Script script)
    {
        await client.OpenAsync(uri, script.Text);
        var text = script.Text;
        var version = 1;
        foreach (var message in script.Edits.Chunk(3))
        {
            var changes = new List<JsonNode?>();
            foreach (var edit in message)
            {
                changes.Add(new JsonObject { ["range"] = LspClient.Range(edit.StartLine, edit.StartCharacter, edit.EndLine, edit.EndCharacter), ["text"] = edit.Text });
                text = Apply(text, edit);
            }

            await client.ChangeAsync(uri, ++version, [.. changes]);
        }

        var afterEdits = await StateAsync(client, uri, version);
        await client.CloseAsync(uri);
        await client.OpenAsync(uri, text, version + 1);
        Assert.Equal(await StateAsync(client, uri, version + 1), afterEdits);
        await client.CloseAsync(uri);
    }

    /// <summary>All that the server says of a document.</summary>
    private static async Task<string> StateAsync(LspClient client, string uri, int version)
    {
        var findings = await client.FindingsAsync(uri, version);
        var outline = await client.AskAsync("textDocument/documentSymbol", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        return findings.ToJsonString() + outline["result"]!.ToJsonString();
    }

    /// <summary>The edit as the protocol says, written a second time and in another way: on lines.</summary>
    private static string Apply(string text, Edit edit)
    {
        var start = OffsetOf(text, edit.StartLine, edit.StartCharacter);
        var end = Math.Max(start, OffsetOf(text, edit.EndLine, edit.EndCharacter));
        return text.Remove(start, end - start).Insert(start, edit.Text);
    }

    private static int OffsetOf(string text, int line, int character)
    {
        var offset = 0;
        for (; line > 0; line--)
        {
            var next = text.IndexOfAny(['\r', '\n'], offset);
            if (next < 0)
            {
                return text.Length;
            }

            offset = text.AsSpan(next).StartsWith("\r\n") ? next + 2 : next + 1;
        }

        var end = text.IndexOfAny(['\r', '\n'], offset);
        return Math.Min(offset + character, end < 0 ? text.Length : end);
    }

    private static Arbitrary<Script> Scripts()
    {
        var pieces = Gen.Elements(
            "# ", "## <a name=\"x\"></a>", "\n", "\n", "\n\n", "\r\n", "\r", "| Code | Symptom |\n| --- | --- |\n", "| PRN_0001 | It is out of paper. |\n", "| PRN_", "|", " ",
            "0x80230619", "Event ID 31003", "`", "```\n", "**", "[a](#x)", "[a](", "[b][c]", "1. Turn it off.\n", "- ", "> ", "<!-- kb-disable KB1020 -- why -->\n", "<!--", "-->", "---\n",
            "title: T\n", "å", "漢字", "\U0001F600", "\u2028", "\0", "\t", "word ", "**Symptom:** It burns.\n\n", "**Resolution:** Run.\n");
        var texts = pieces.ArrayOf().Select(string.Concat);
        var edits =
            from startLine in Gen.Choose(0, 12)
            from startCharacter in Gen.Choose(0, 40)
            from lines in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 4)))
            from characters in Gen.Choose(-3, 10)
            from text in texts.Resize(4)
            select new Edit(startLine, startCharacter, startLine + lines, Math.Max(0, startCharacter + characters), text);
        return (from text in texts from script in edits.ArrayOf().Resize(20) select new Script(text, script)).ToArbitrary();
    }

    private sealed record Script(string Text, Edit[] Edits);

    private sealed record Edit(int StartLine, int StartCharacter, int EndLine, int EndCharacter, string Text);
}
