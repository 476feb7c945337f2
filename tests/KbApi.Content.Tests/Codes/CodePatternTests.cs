using KbApi.Content.Codes;

namespace KbApi.Content.Tests.Codes;

public sealed class CodePatternTests
{
    [Theory]
    [InlineData("SSPR_####", "SSPR_", 4, 4)]
    [InlineData("AADSTS#{5,7}", "AADSTS", 5, 7)]
    [InlineData("E#", "E", 1, 1)]
    public void A_pattern_is_letters_and_digits(string text, string prefix, int least, int most)
    {
        var pattern = CodePattern.Parse(text);

        Assert.Equal((text, prefix, least, most), (pattern.Text, pattern.Prefix, pattern.MinDigits, pattern.MaxDigits));
    }

    [Theory]
    [InlineData("")]
    [InlineData("####")]
    [InlineData("SSPR")]
    [InlineData("_####")]
    [InlineData("A##-##")]
    [InlineData("A#{5}")]
    [InlineData("A#{5,4}")]
    [InlineData("A#{0,4}")]
    [InlineData("A#{1,19}")]
    [InlineData("A#{1,2")]
    [InlineData("A#{-1,2}")]
    [InlineData("A#{a,b}")]
    public void What_is_no_pattern_is_refused_with_its_text(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => CodePattern.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SSPR_####", "29", "SSPR_0029")]
    [InlineData("SSPR_####", "0029", "SSPR_0029")]
    [InlineData("SSPR_####", "00029", "SSPR_0029")]
    [InlineData("SSPR_####", "12345", null)]
    [InlineData("AADSTS#{5,7}", "50058", "AADSTS50058")]
    [InlineData("AADSTS#{5,7}", "7000215", "AADSTS7000215")]
    [InlineData("AADSTS#{5,7}", "12345678", null)]
    [InlineData("A#{1,18}", "0000000000000000001", null)]
    public void Digits_are_padded_to_the_canonical_form(string pattern, string digits, string? code) =>
        Assert.Equal(code, CodePattern.Parse(pattern).Format(digits));
}
