using KbApi.Content.Codes;

namespace KbApi.Content.Tests.Codes;

/// <summary>Numbers and names of sentences that look like codes and are none.</summary>
public sealed class NoCodeTests
{
    [Theory]
    [InlineData("Open port 443 and ports 9350-9354.")]
    [InlineData("TCP 443")]
    [InlineData("Azure AD Connect 1.1.443.0")]
    [InlineData("the error in version 2.4.1")]
    [InlineData("Windows Server 2016 and Office 365")]
    [InlineData("In 2017 the event was renamed.")]
    [InlineData("Error 2017-10-31 12:00 the service stopped")]
    [InlineData("error 10/31/2017")]
    [InlineData("event 10:15")]
    [InlineData("24b8a985-2395-4c26-80ad-b406bd706283")]
    [InlineData("error 24b8a985-2395-4c26-80ad-b406bd706283")]
    [InlineData("C0000005-8007-4c26-80ad-b406bd706283")]
    [InlineData("https://a.b/errors/31003?code=0x80070005&error=5")]
    [InlineData("see <http://a.b/error-31003> and www.a.b/SSPR_0029")]
    [InlineData("awww.a http://a.b/?error=5 and http://a.b/?error=6")]
    [InlineData("It costs $1200 or \u20AC99.")]
    [InlineData("Repeat step 4 of section 12.")]
    [InlineData("language 0x409 and flag 0x10")]
    [InlineData("the factor 0.5, 1,5 and 3.14159")]
    [InlineData("error rate of 0.5 and an error 1,5 wide")]
    [InlineData("The error 5 times in a row")]
    [InlineData("status 100% and status 50 %")]
    [InlineData("event 10 minutes ago")]
    [InlineData("Call 08-123 456 or 555-1234.")]
    [InlineData("the limit 2147483647")]
    [InlineData("-5 degrees, -100000")]
    [InlineData("PasswordResetFail and Get-AzureADUser")]
    [InlineData("MAX_ of A_B")]
    [InlineData("error in the cipher TLS-AES-GCM-256 of the router TL-WR-841")]
    [InlineData("COVID-19, UTF-8, ISO-8859, RFC 9457, IPv6")]
    [InlineData("KB4012212 and KB2871997")]
    [InlineData("facade decade deadbeef beefcafe")]
    [InlineData("commit dfd49613fce4ce917e844d205c85359ff093bb9c")]
    [InlineData("20171031 and 12345678")]
    [InlineData("0xZZ, 0x, x80070005")]
    [InlineData("error and 5; error. 7; errors31003")]
    [InlineData("terror 31003")]
    public void It_is_no_code_in_a_sentence(string text) => Assert.Empty(CodeScannerTests.Scan(text, CodeContext.Prose, "en"));

    [Theory]
    [InlineData("5 g\u00E5nger under en timme")]
    [InlineData("felet 5 g\u00E5nger i rad")]
    [InlineData("h\u00E4ndelsen 10 minuter senare")]
    [InlineData("steg 4: konfigurera")]
    [InlineData("l\u00F6senord p\u00E5 254 tecken")]
    public void It_is_no_code_in_a_Swedish_sentence(string text) => Assert.Empty(CodeScannerTests.Scan(text, CodeContext.Prose, "sv"));

    [Theory]
    [InlineData("error 404 try again", "404")]
    [InlineData("fel 31003 f\u00F6rs\u00F6k igen", "31003")]
    [InlineData("error 31003 times out", "31003")]
    public void A_word_behind_a_code_that_could_be_a_unit_leaves_it_a_code(string text, string code) =>
        Assert.Equal(code, Assert.Single(CodeScannerTests.Scan(text, CodeContext.Prose, text.StartsWith("fel", StringComparison.Ordinal) ? "sv" : "en")).Code.Value);
}
