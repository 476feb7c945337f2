using KbApi.Content.Identity;

namespace KbApi.Content.Tests.Identity;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Password reset fails!", "password-reset-fails")]
    [InlineData("L\u00F6senords\u00E5terst\u00E4llning", "losenordsaterstallning")]
    [InlineData("  The user's \u201Cerror\u201D (31003) ", "the-users-error-31003")]
    [InlineData("a--b__c", "a-b-c")]
    [InlineData("\u00E9t\u00E9 \U0001F600 x", "ete-x")]
    public void Words_become_lower_case_ASCII_with_hyphens(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Fact]
    public void A_long_text_is_cut_at_a_word() => Assert.Equal(
        "the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-it-does",
        Slug.From("The quick brown fox jumps over the lazy dog and then it does it again"));

    [Fact]
    public void A_long_word_is_cut_anywhere() => Assert.Equal(new string('a', 60), Slug.From(new string('a', 100)));

    [Theory]
    [InlineData("\u65E5\u672C\u8A9E")]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("\uD800")]
    public void A_text_of_another_script_gives_a_hash(string text)
    {
        Assert.Matches("^x[0-9a-f]{10}$", Slug.From(text));
        Assert.NotEqual(Slug.From(text), Slug.From(text + "\u3042"));
    }

    [Theory]
    [InlineData("SSPR_0029", "sspr-0029")]
    [InlineData("0x8023061F", "0x8023061f")]
    [InlineData("-x-", "x")]
    public void A_code_keeps_its_separators_as_hyphens(string code, string slug) => Assert.Equal(slug, Slug.FromCode(code));

    [Theory]
    [InlineData("Foo Bar", "foo-bar")]
    [InlineData("a/b?c#d", "a-b-c-d")]
    [InlineData("f\u00F6r_x.y", "f\u00F6r_x.y")]
    [InlineData("//", "")]
    public void An_anchor_keeps_what_addresses_may_hold(string anchor, string slug) => Assert.Equal(slug, Slug.FromAnchor(anchor));

    [SeededProperty]
    public void Any_text_gives_a_slug(string? text) => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Slug.From(text ?? ""));
}
