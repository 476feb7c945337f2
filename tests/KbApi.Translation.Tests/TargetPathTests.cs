using KbApi.Content.Model;
using KbApi.Translation.Import;

namespace KbApi.Translation.Tests;

public class TargetPathTests
{
    [Theory]
    [InlineData("content/en-US/a.md", "content/sv-SE/a.md")]
    [InlineData("en-us/b/a.md", "sv-se/b/a.md")]
    [InlineData("docs.en-US/a.md", "docs.sv-SE/a.md")]
    [InlineData("x/a.en-US.md", "x/a.sv-SE.md")]
    [InlineData("x/a.md", "x/a.sv-SE.md")]
    public void The_translation_stands_where_its_original_does(string path, string expected) =>
        Assert.Equal(expected, TargetPath.Of(path, LocaleTag.Parse("en-US"), LocaleTag.Parse("sv-SE")));
}
