using KbApi.Content.Model;

namespace KbApi.Content.Tests.Model;

public sealed class LocaleChainTests
{
    [Theory]
    [InlineData("sv-SE", "en-US sv-SE", "sv-SE en-US")]
    [InlineData("sv-FI", "en-US sv-SE", "sv-SE en-US")]
    [InlineData("sv-FI", "en-US sv sv-SE", "sv sv-SE en-US")]
    [InlineData("zh-Hant-HK", "en-US zh-CN zh-Hant", "zh-Hant zh-CN en-US")]
    [InlineData("en", "en-US sv-SE", "en-US sv-SE")]
    [InlineData("ja-JP", "en-US sv-SE", "en-US sv-SE")]
    [InlineData("ja-JP", "de-DE sv-SE", "de-DE sv-SE")]
    [InlineData("sv-SE", "", "")]
    public void The_nearest_locale_that_exists_comes_first(string requested, string available, string chain) => Assert.Equal(
        Tags(chain),
        LocaleChain.For(LocaleTag.Parse(requested), [.. Tags(available)], LocaleTag.Parse("en-US")));

    private static IEnumerable<LocaleTag> Tags(string tags) => tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(LocaleTag.Parse);
}
