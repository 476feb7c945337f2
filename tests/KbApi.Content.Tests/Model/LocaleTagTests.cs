using KbApi.Content.Model;

namespace KbApi.Content.Tests.Model;

public sealed class LocaleTagTests
{
    [Theory]
    [InlineData("sv", "sv")]
    [InlineData("SV", "sv")]
    [InlineData("sv-se", "sv-SE")]
    [InlineData("sv_SE", "sv-SE")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-1996", "de-1996")]
    [InlineData("sl-ROZAJ", "sl-rozaj")]
    [InlineData("fil", "fil")]
    public void A_tag_is_read_in_any_case(string text, string tag)
    {
        Assert.True(LocaleTag.TryParse(text, out var parsed));
        Assert.Equal(tag, parsed.Value);
        Assert.Equal(LocaleTag.Parse(tag), parsed);
        Assert.Equal(LocaleTag.Parse(tag).GetHashCode(), parsed.GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("svenska")]
    [InlineData("s1")]
    [InlineData("sv-")]
    [InlineData("-sv")]
    [InlineData("sv--SE")]
    [InlineData("sv-S")]
    [InlineData("sv-SE;q=0.9")]
    [InlineData("sv SE")]
    [InlineData("s\u00E9")]
    [InlineData("en-US-averyveryverylongsubtag-averyverylong")]
    public void What_is_no_tag_is_refused(string? text)
    {
        Assert.False(LocaleTag.TryParse(text, out _));
        Assert.Throws<FormatException>(() => LocaleTag.Parse(text!));
    }

    [Fact]
    public void Parents_lead_to_the_language()
    {
        var tag = LocaleTag.Parse("zh-Hant-TW");

        Assert.Equal("zh-Hant", tag.Parent?.Value);
        Assert.Equal("zh", tag.Parent?.Parent?.Value);
        Assert.Null(tag.Parent?.Parent?.Parent);
        Assert.Equal("zh", tag.Language);
    }

    [Fact]
    public void No_tag_is_undetermined()
    {
        Assert.Equal("und", default(LocaleTag).Value);
        Assert.Equal(default, LocaleTag.TryParse("?", out var tag) ? LocaleTag.Parse("sv") : tag);
    }

    [Fact]
    public void The_culture_knows_the_languages_alphabet()
    {
        var swedish = LocaleTag.Parse("sv-SE").ToCulture();

        Assert.Equal("sv-SE", swedish.Name);
        Assert.True(swedish.CompareInfo.Compare("\u00E5", "z") > 0);
    }

    [SeededProperty]
    public void Any_string_is_read_or_refused(string? text)
    {
        if (LocaleTag.TryParse(text, out var tag))
        {
            Assert.Equal(tag, LocaleTag.Parse(tag.Value));
        }
    }
}
