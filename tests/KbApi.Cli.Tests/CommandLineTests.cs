namespace KbApi.Cli.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands() => ["model", "lookup", "triage", "watch", "serve", "keys", "doctor", "completion"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples_in_both_languages(string command)
    {
        var (english, output, _) = await TestTerminal.RunAsync(command, "--help");
        var (swedish, utdata, _) = await new TestTerminal("sv-SE").InvokeAsync(command, "--help");

        Assert.Equal((0, 0), (english, swedish));
        Assert.Contains($"Usage:\n  kb {command}", output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  ", output, StringComparison.Ordinal);
        Assert.Contains($"Användning:\n  kb {command}", utdata, StringComparison.Ordinal);
        Assert.Contains("Exempel:\n  ", utdata, StringComparison.Ordinal);
        Assert.NotEqual(output.Split('\n')[0], utdata.Split('\n')[0]);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown_and_the_use_is_wrong()
    {
        var (code, output, _) = await TestTerminal.RunAsync();

        Assert.Equal(2, code);
        foreach (var row in Commands())
        {
            Assert.Contains($"\n  {row} ", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kb: unknown command, option or argument 'mdel'\n", "mdel")]
    [InlineData("kb: PATH is missing\n", "model")]
    [InlineData("kb: CODE is missing\n", "lookup")]
    [InlineData("kb: --locale needs a value\n", "lookup", "9", "--locale")]
    [InlineData("kb: 'svenska' is no language tag; write it as in BCP 47, for example sv-SE.\n", "lookup", "9", "--locale", "svenska")]
    [InlineData("kb: Give a code to look up.\n", "lookup", " ")]
    public async Task Wrong_use_is_named_and_exits_with_2(string message, params string[] args)
    {
        var (code, output, error) = await TestTerminal.RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "#compdef kb")]
    [InlineData("fish", "complete -c kb")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_scripts_are_printed(string shell, string begin)
    {
        var (code, output, _) = await TestTerminal.RunAsync("completion", shell);

        Assert.Equal(0, code);
        Assert.Contains(begin, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_complete_commands_and_values()
    {
        Assert.Equal("lookup\n", (await TestTerminal.RunAsync("[suggest:5]", "kb lo")).Output.Split('\n')[0] + "\n");
        Assert.Contains("jsonl", (await TestTerminal.RunAsync("[suggest:18]", "kb model --format ")).Output, StringComparison.Ordinal);
    }
}
