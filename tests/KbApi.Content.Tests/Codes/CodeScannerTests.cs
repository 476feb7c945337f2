using FsCheck.Xunit;
using KbApi.Content.Codes;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Codes;

[Properties(Arbitrary = [typeof(HostileTexts)])]
public sealed class CodeScannerTests
{
    private static readonly CodeSchemeSet Schemes = CodeSchemeSet.LoadBuiltIn();

    [Theory]
    [InlineData("Error [|31003|] occurred.", "number 31003")]
    [InlineData("It failed with error code: [|1603|].", "number 1603")]
    [InlineData("Exit code [|0|]", "number 0")]
    [InlineData("Error #[|5|]", "number 5")]
    [InlineData("error '[|31003|]'", "number 31003")]
    [InlineData("error \u201C[|31003|]\u201D", "number 31003")]
    [InlineData("error\u00A0[|31003|]", "number 31003")]
    [InlineData("Event ID [|31003|]", "event 31003")]
    [InlineData("event ID: [|31003|]", "event 31003")]
    [InlineData("The event log contains error [|6800|].", "event 6800")]
    [InlineData("[|0x80070005|]", "hresult 0x80070005")]
    [InlineData("([|0X8004c052|]).", "hresult 0x8004C052")]
    [InlineData("status [|0xC0000005|]", "ntstatus 0xC0000005")]
    [InlineData("[|0x0000011b|]", "hex 0x0000011B")]
    [InlineData("[|0x80070005|], [|0x8000ffff|]", "hresult 0x80070005; hresult 0x8000FFFF")]
    [InlineData("result [|-2147024891|]", "hresult 0x80070005")]
    [InlineData("result [|\u22122147024891|]", "hresult 0x80070005")]
    [InlineData("[|-1073741819|]", "ntstatus 0xC0000005")]
    [InlineData("an error hr=[|800700CE|], message", "hresult 0x800700CE")]
    [InlineData("an error hr = [|80230402|]", "hresult 0x80230402")]
    [InlineData("HR [|8023042|]", "hresult 8023042")]
    [InlineData("HRESULT: [|80004005|]", "hresult 0x80004005")]
    [InlineData("(hr=[|c00ce508|])", "ntstatus 0xC00CE508")]
    [InlineData("[|8007000E|] was returned", "hresult 0x8007000E")]
    [InlineData("[|SSPR_0029|]: no", "prefixed SSPR_0029")]
    [InlineData("It stopped with [|ACM-E-PUMP-001|].", "prefixed ACM-E-PUMP-001")]
    [InlineData("error [|ACM-PUMP-NET-17|]", "prefixed ACM-PUMP-NET-17")]
    [InlineData("stopped with [|ACM-E-PUMP-256|]", "prefixed ACM-E-PUMP-256")]
    [InlineData("result [|0x 80070057|] again", "hresult 0x80070057")]
    [InlineData("result [|0 x 80070057|] again", "hresult 0x80070057")]
    [InlineData("error [|5.7.1|] was returned", "mail 5.7.1")]
    [InlineData("550 [|5.7.23|] rejected", "mail 5.7.23")]
    [InlineData("error [|CRI0001E|] was logged", "prefixed CRI0001E")]
    [InlineData("It failed. (ID: [|120002|])", "number 120002")]
    [InlineData("[|AADSTS50058|]", "aadsts AADSTS50058")]
    [InlineData("[|ORA-01017|]: invalid", "oracle ORA-01017")]
    [InlineData("error [|CS0103|]", "csharp CS0103")]
    [InlineData("[|LNK1181|]", "msvc LNK1181")]
    [InlineData("[|MSSQLSERVER_18456|]", "mssql MSSQLSERVER_18456")]
    [InlineData("[|KBAPI-4041|]", "kbapi KBAPI-4041")]
    [InlineData("[|KB1104|]", "kb KB1104")]
    [InlineData("returns [|ERROR_ACCESS_DENIED|]", "constant ERROR_ACCESS_DENIED")]
    [InlineData("error [|5|] or error [|1603|] try again", "number 5; number 1603")]
    [InlineData("xhttp://a.b/?error=7 and error [|1603|]", "number 1603")]
    public void A_code_in_a_sentence_is_found(string marked, string codes) => Check(marked, codes, CodeContext.Prose, "en");

    [Theory]
    [InlineData("med fel [|6800|] i h\u00E4ndelseloggen", "event 6800")]
    [InlineData("h\u00E4ndelse-ID [|31003|]", "event 31003")]
    [InlineData("Felkod: [|1603|]", "number 1603")]
    [InlineData("felet hr = [|800700CE|], meddelande", "hresult 0x800700CE")]
    public void A_code_in_a_Swedish_sentence_is_found(string marked, string codes) => Check(marked, codes, CodeContext.Prose, "sv");

    [Theory]
    [InlineData("[|TenantSSPRFlagDisabled|] = [|9|]", "symbol TenantSSPRFlagDisabled; number 9")]
    [InlineData("[|UserNotLicensed|]=[|012|]", "symbol UserNotLicensed; number 12")]
    [InlineData("[|ER_ACCESS_DENIED|] = [|1045|]", "constant ER_ACCESS_DENIED; number 1045")]
    [InlineData("= [|9|] [|UserNotLicensed|]", "number 9; symbol UserNotLicensed")]
    [InlineData("[|PasswordResetFail|]", "symbol PasswordResetFail")]
    [InlineData("  [|ADMutliMatchError|] ", "symbol ADMutliMatchError")]
    [InlineData("Password reset fails", "")]
    [InlineData("The PasswordResetFail event", "")]
    [InlineData("Step = 9", "")]
    [InlineData("31003", "")]
    [InlineData("5xx answers", "")]
    [InlineData("Error codes [|300***|] and [|600***|]", "number 300***; number 600***")]
    public void A_name_is_found_where_it_stands_alone(string marked, string codes) => Check(marked, codes, CodeContext.Name, "en");

    [Theory]
    [InlineData("[|31003|]", "number 31003")]
    [InlineData("[|0005|]", "number 5")]
    [InlineData("[|9|]", "number 9")]
    [InlineData("[|2149778969|]", "hresult 0x80230619")]
    [InlineData("[|2147483647|]", "number 2147483647")]
    [InlineData("[|4294967296|]", "number 4294967296")]
    [InlineData("[|0x5|]", "hex 0x00000005")]
    [InlineData("[|0xBFFFFFFF|] [|0xC0000000|] [|0x7FFFFFFF|]", "hresult 0xBFFFFFFF; ntstatus 0xC0000000; hex 0x7FFFFFFF")]
    [InlineData("[|0x123456789|]", "hex 0x123456789")]
    [InlineData("[|1045|] ([|28000|])", "number 1045; number 28000")]
    [InlineData("[|ABC-1234|]", "prefixed ABC-1234")]
    [InlineData("[|300***|], [|41**|]", "number 300***; number 41**")]
    [InlineData("[|6329|]*", "number 6329")]
    [InlineData("[|5xx|], [|31XXX|]", "number 5xx; number 31XXX")]
    [InlineData("2x, 1.5xx, 0x8004xxxx, 5xxa", "")]
    [InlineData("[|30|]**[|5|]", "number 30; number 5")]
    [InlineData("12345678901", "")]
    public void Bare_numbers_are_codes_in_a_code_cell(string marked, string codes) => Check(marked, codes, CodeContext.Code, "en");

    [SeededProperty]
    public void Matches_lie_in_the_text_in_order_and_apart(HostileText text)
    {
        foreach (var context in Enum.GetValues<CodeContext>())
        {
            var end = 0;
            foreach (var match in Scan(text.Text, context, "sv"))
            {
                Assert.True(match.Length > 0 && match.Start >= end && match.End <= text.Text.Length);
                Assert.NotEqual("", match.Code.Value);
                end = match.End;
            }
        }
    }

    internal static IReadOnlyList<CodeMatch> Scan(string text, CodeContext context, string language) =>
        new CodeScanner(Schemes, Documents.Lexicons.For(language)).Scan(text, context);

    private static void Check(string marked, string codes, CodeContext context, string language)
    {
        var (text, _) = Marked.Parse(marked);
        var matches = Scan(text, context, language);

        Assert.Equal(codes, Write(matches));
        Assert.Equal(marked, Marked.Write(text, matches.Select(m => new TextSpan(m.Start, m.Length))));
    }

    private static string Write(IEnumerable<CodeMatch> matches) => string.Join("; ", matches.Select(m => $"{m.Code.Scheme} {m.Code.Value}"));
}
