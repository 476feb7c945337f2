using KbApi.Content.Lexicons;

namespace KbApi.Content.Tests.Lexicons;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData("  Error \t Code: ", "error code")]
    [InlineData("**Cause**", "cause")]
    [InlineData("What went wrong?", "what went wrong")]
    [InlineData("L\u00D6SNING\uFF1A", "l\u00F6sning")]
    [InlineData("The user\u2019s error", "the user's error")]
    [InlineData("er\u200Bror\u00AD code", "error code")]
    [InlineData("I", "i")]
    [InlineData("::.", "")]
    [InlineData("Cause 2", "cause 2")]
    public void Case_blanks_and_end_marks_do_not_matter(string text, string normal) => Assert.Equal(normal, LabelText.Normalize(text));

    [Theory]
    [InlineData("Cause 2", "cause")]
    [InlineData("Solution #12:", "solution")]
    [InlineData("Step - 3", "step")]
    [InlineData("HTTP 404", "http")]
    [InlineData("12", "")]
    public void A_number_at_the_end_does_not_matter(string text, string normal) => Assert.Equal(normal, LabelText.WithoutNumber(LabelText.Normalize(text)).ToString());
}
