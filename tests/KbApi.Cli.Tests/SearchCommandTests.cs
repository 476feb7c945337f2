using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests;

public sealed class SearchCommandTests
{
    [Fact]
    public async Task Hits_are_shown_with_where_they_stand()
    {
        var (code, output, error) = await TestTerminal.RunAsync("search", "sspr", "29", "--kb-path", Repository.Content, "--locale", "en-US");

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"en-US/sspr\.md, line \d+ \(sspr/sspr-0029\)", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Nothing_is_said_in_the_language_of_the_reader()
    {
        var (code, output, _) = await new TestTerminal("sv-SE").InvokeAsync("search", "SSPR_0077", "--kb-path", Repository.Content);

        Assert.Equal((1, "Inget svarar på 'SSPR_0077'.\n"), (code, output));
    }

    [Fact]
    public async Task A_file_of_queries_is_answered_a_line_each()
    {
        using var folder = new TempFolder();
        var input = folder.Write("queries.jsonl", "{\"id\":\"a\",\"query\":\"hr=80230619\"}\n\n{\"id\":\"b\",\"query\":\"lösenord\",\"locale\":\"sv-SE\"}\n{\"id\":\"c\",\"query\":\"SSPR_0077\"}\n");
        var (code, output, _) = await TestTerminal.RunAsync("search", "--input", input, "--kb-path", Repository.Content, "--format", "jsonl", "--limit", "3");
        var answers = output.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToList();

        Assert.Equal(0, code);
        Assert.Equal(["a", "b", "c"], answers.Select(a => (string?)a["id"]));
        Assert.Equal("sspr/6329-0x80230619", (string?)answers[0]["hits"]![0]!["entry"]);
        Assert.Equal(3, answers[1]["hits"]!.AsArray().Count);
        Assert.EndsWith("sv-SE/sspr.md", (string?)answers[1]["hits"]![0]!["path"], StringComparison.Ordinal);
        Assert.Empty(answers[2]["hits"]!.AsArray());
    }

    [Theory]
    [InlineData("search")]
    [InlineData("search", "x", "--limit", "0")]
    [InlineData("search", "x", "--limit", "many")]
    public async Task Wrong_use_is_named(params string[] args)
    {
        var (code, _, error) = await TestTerminal.RunAsync(args);

        Assert.Equal(2, code);
        Assert.StartsWith("kb: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "password")]
    [InlineData("lookup", "sspr 29")]
    public async Task Content_that_is_put_behind_a_question_is_told_where_it_belongs(string command, string question)
    {
        var (_, _, error) = await TestTerminal.RunAsync(command, question, Repository.Content, "--kb-path", Repository.Content);

        Assert.Contains($"--kb-path {Repository.Content}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slashes_in_a_question_are_not_taken_for_paths()
    {
        var (_, _, error) = await TestTerminal.RunAsync("search", "TCP/IP", "read/write", "--kb-path", Repository.Content);

        Assert.Equal("", error);
    }

    [Fact]
    public async Task Colours_are_for_terminals_only()
    {
        var (_, output, _) = await new TestTerminal(hasColors: true).InvokeAsync("search", "password", "--kb-path", Repository.Content);

        Assert.Contains('\u001b', output);
    }
}
