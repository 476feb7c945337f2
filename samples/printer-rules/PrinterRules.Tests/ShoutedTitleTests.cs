using KbApi.Rules.Testing;
using Xunit;

namespace PrinterRules.Tests;

public class ShoutedTitleTests
{
    private readonly RuleVerifier _verifier = new(new ShoutedTitleAnalyzer());

    [Fact]
    public void A_title_in_capitals_is_found() => _verifier.Verify(
        """
        | Error | Resolution |
        | --- | --- |
        | {|PRINT1001:OUT OF PAPER|} | Fill the tray. |
        | Out of ink | Change the cartridge. |
        """);

    [Fact]
    public void It_is_written_as_a_sentence() => _verifier.VerifyFix(
        new ShoutedTitleFix(),
        new TestDocument("en-US/a.md", "| Error | Resolution |\n| --- | --- |\n| {|PRINT1001:OUT OF PAPER|} | Fill the tray. |\n"),
        "| Error | Resolution |\n| --- | --- |\n| Out of paper | Fill the tray. |\n");
}
