using System.Text.Json.Nodes;
using KbApi.Server.Logging;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Logging;

public sealed class LogTests
{
    /// <summary>A file's name may be what somebody else chose; this one pretends to be a line of the log.</summary>
    private const string Forged = "bad\ncrit: KbApi[1] All is lost\r\u001b[2J.md";

    [Fact]
    public async Task A_value_with_line_breaks_stays_on_its_line()
    {
        using var folder = Folder();
        await using var server = await ServerProcess.StartAsync("--Kb:Content:0", folder.Path);
        await server.WaitUntilAsync(() => Task.FromResult(server.Lines.Any(l => l.Contains("not served", StringComparison.Ordinal))));

        var line = Assert.Single(server.Lines, l => l.Contains("not served", StringComparison.Ordinal));
        Assert.StartsWith("fail: ", line);
        Assert.Contains("bad\\ncrit: KbApi[1] All is lost\\r\\u001b[2J.md", line);
        Assert.DoesNotContain(server.Lines, l => l.StartsWith("crit: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_is_JSON_where_that_is_set()
    {
        using var folder = Folder();
        await using var server = await ServerProcess.StartAsync("--Kb:Content:0", folder.Path, "--Logging:Console:FormatterName", "json");
        await server.WaitUntilAsync(() => Task.FromResult(server.Lines.Any(l => l.Contains("not served", StringComparison.Ordinal))));

        var entries = server.Lines.Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!).ToList();
        var entry = Assert.Single(entries, e => ((string)e["Message"]!).StartsWith("Content is not served", StringComparison.Ordinal));
        Assert.Equal("Error", (string?)entry["LogLevel"]);
        Assert.Contains(Forged, (string?)entry["State"]!["Error"]);
    }

    [Theory]
    [InlineData("plain åäö 日本", "plain åäö 日本")]
    [InlineData("a\r\nb\tc\0", "a\\r\\nb\\tc\\u0000")]
    [InlineData("\u2028\u2029\u202e\u0085\u007f", "\\u2028\\u2029\\u202e\\u0085\\u007f")]
    [InlineData("", "")]
    public void Control_characters_are_escaped(string text, string written)
    {
        using var writer = new StringWriter();

        LineFormatter.WriteEscaped(writer, text);

        Assert.Equal(written, writer.ToString());
    }

    private static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.Write("good.md", "# A\n\n## Error X-1\n\nText.\n");
        folder.Write(Forged, [0xc3, 0x28, 0xff, 0x00]);
        return folder;
    }
}
