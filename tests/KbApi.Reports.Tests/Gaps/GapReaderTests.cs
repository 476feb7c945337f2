using KbApi.Content.Codes;
using KbApi.Reports.Gaps;

namespace KbApi.Reports.Tests.Gaps;

public class GapReaderTests
{
    private static readonly GapReader Reader = new(CodeSchemeSet.LoadBuiltIn());

    [Theory]
    [InlineData("31099", "31099")]
    [InlineData("0X80070005", "0x80070005")]
    [InlineData("-2147024891", "0x80070005")]
    [InlineData("ABC_0099", "ABC_0099")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "<guid>")]
    [InlineData("anna@contoso.com", "<mail>")]
    public void A_code_is_counted_in_canonical_form_and_nothing_personal_is_kept(string code, string template)
    {
        var asked = Reader.ReadCode(code);

        Assert.Equal((GapKind.UnknownCode, template), (asked.Kind, asked.Template));
        Assert.DoesNotContain("anna", asked.Example, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Byta LÖSENORD på skrivaren", "byta lösenord på skrivaren")]
    [InlineData("error abc_0099 on node 7", "error ABC_0099 on node <n>")]
    [InlineData("reset for anna@contoso.com", "reset for <mail>")]
    public void Searches_that_differ_in_capitals_and_values_are_one(string query, string template)
    {
        var asked = Reader.ReadSearch(query);

        Assert.Equal((GapKind.UnansweredSearch, template), (asked.Kind, asked.Template));
        Assert.Equal(asked.Template, Reader.ReadTemplate(asked.Template).Text);
    }

    [Fact]
    public void A_search_for_a_code_is_an_unknown_code() => Assert.Equal(GapKind.UnknownCode, Reader.ReadSearch("ABC_0099").Kind);
}
