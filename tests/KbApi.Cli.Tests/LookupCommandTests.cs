namespace KbApi.Cli.Tests;

public sealed class LookupCommandTests
{
    [Theory]
    [InlineData("SSPR_0029", "OnPremisesAdminActionRequired = 29")]
    [InlineData("sspr 29", "OnPremisesAdminActionRequired = 29")]
    [InlineData("hr=80230619", "BAIL: MMS(4924) 0x80230619")]
    [InlineData("-2145188327", "BAIL: MMS(4924) 0x80230619")]
    [InlineData("31003", "PasswordResetFail")]
    public async Task A_code_is_answered_in_any_spelling(string code, string title)
    {
        var (exitCode, output, error) = await TestTerminal.RunAsync("lookup", "--kb-path", Repository.Content, "--locale", "en-US", "--", code);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith(title, output, StringComparison.Ordinal);
        Assert.Contains("What to do", output, StringComparison.Ordinal);
        Assert.Matches(@"en-US/sspr\.md, line \d+ \(sspr/", output);
    }

    [Fact]
    public async Task A_code_of_several_words_needs_no_quotes()
    {
        var (exitCode, output, _) = await TestTerminal.RunAsync("lookup", "sspr", "29", "--kb-path", Repository.Content, "--locale", "en-US");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("OnPremisesAdminActionRequired = 29", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_and_its_labels_are_in_the_language_of_the_reader()
    {
        var (_, output, _) = await new TestTerminal("sv-FI").InvokeAsync("lookup", "SSPR_0009", "--kb-path", Repository.Content);

        Assert.Contains("Det här betyder det", output, StringComparison.Ordinal);
        Assert.Contains("Lösenordsåterställning är inte aktiverad", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Det finns ingen text", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fallback_is_declared()
    {
        var (_, output, _) = await TestTerminal.RunAsync("lookup", "SSPR_0009", "--kb-path", Repository.Content, "--locale", "de-DE");

        Assert.Contains("There is no text in de-DE; this is en-US.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_of_a_code_is_shown()
    {
        var (code, output, _) = await TestTerminal.RunAsync("lookup", "6329", "--kb-path", Repository.Content);

        Assert.Equal(0, code);
        Assert.StartsWith("The code has 2 entries.", output, StringComparison.Ordinal);
        Assert.Contains("(sspr/6329-0x80230619)", output, StringComparison.Ordinal);
        Assert.Contains("(sspr/new-forest)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_is_not_found_and_its_neighbours_are_shown()
    {
        var (code, output, _) = await TestTerminal.RunAsync("lookup", "31099", "--kb-path", Repository.Content);

        Assert.Equal(1, code);
        Assert.StartsWith("'31099' is not documented.\n", output, StringComparison.Ordinal);
        Assert.Contains("(operations)", output, StringComparison.Ordinal);
        Assert.Contains("31044 PasswordResetService", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_are_for_terminals_only()
    {
        var plain = await TestTerminal.RunAsync("lookup", "SSPR_0009", "--kb-path", Repository.Content);
        var colored = await new TestTerminal(hasColors: true).InvokeAsync("lookup", "SSPR_0009", "--kb-path", Repository.Content);

        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Contains('\u001b', colored.Output);
    }

    [Fact]
    public async Task Addresses_are_not_broken_over_lines()
    {
        var (_, output, _) = await TestTerminal.RunAsync("lookup", "SSPR_0009", "--kb-path", Repository.Content);

        Assert.Contains(
            "  https://docs.microsoft.com/azure/active-directory/active-directory-passwords-update-your-own-password#common-problems-and-their-solutions\n",
            output,
            StringComparison.Ordinal);
    }
}
