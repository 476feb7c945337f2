using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Every word of the plain text leads back to the characters that it was read from.</summary>
[Properties(Arbitrary = [typeof(MarkedUp)])]
public sealed class InlineSourceTests
{
    [SeededProperty(MaxTest = 500)]
    public void Words_of_a_paragraph_lead_back(MarkedUpText text)
    {
        var markdown = "start " + text.Markdown;

        AssertWordsLeadBack(Inlines.Read(markdown), markdown);
    }

    [SeededProperty(MaxTest = 500)]
    public void Words_of_a_cell_lead_back(MarkedUpText text)
    {
        var (inlines, source) = Inlines.ReadCell("start " + text.Markdown.ReplaceLineEndings(" "));

        AssertWordsLeadBack(inlines, source);
    }

    [Theory]
    [InlineData("a&auml;b", 1, 1, "&auml;")]
    [InlineData("a\\*b", 1, 1, "\\*")]
    [InlineData("a\\*b", 0, 3, "a\\*b")]
    [InlineData("a **b** c", 0, 3, "a **b")]
    [InlineData("a **b** c", 2, 3, "b** c")]
    [InlineData("a  b", 0, 3, "a  b")]
    [InlineData("a\r\nb", 0, 3, "a\r\nb")]
    [InlineData("`a` b", 0, 1, "a")]
    [InlineData("a [b](c) d", 2, 1, "b")]
    public void A_stretch_of_text_covers_the_mark_up_inside_it(string markdown, int start, int length, string source) =>
        Assert.Equal(source, Inlines.Slice(markdown, Inlines.Read(markdown).ToSource(start, length)));

    [Fact]
    public void A_stretch_of_nothing_is_a_place()
    {
        var text = Inlines.Read("a **b**");

        Assert.Equal((4, 0), (text.ToSource(2, 0).Start, text.ToSource(2, 0).Length));
        Assert.True(Inlines.Read("![](x)").IsEmpty);
    }

    private static void AssertWordsLeadBack(Content.Syntax.InlineText text, string source)
    {
        var words = text.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var position = 0;
        foreach (var word in words)
        {
            position = text.Text.IndexOf(word, position, StringComparison.Ordinal);
            Assert.Equal(word, Inlines.Slice(source, text.ToSource(position, word.Length)).Replace("\\", "", StringComparison.Ordinal));
            position += word.Length;
        }

        Assert.True(words.Length > 1);
    }

    /// <summary>Words in mark-up.</summary>
    /// <param name="Markdown">The text.</param>
    public sealed record MarkedUpText(string Markdown);

    public static class MarkedUp
    {
        private static readonly string[] Wrappers =
            ["{0}", "**{0}**", "*{0}*", "`{0}`", "`` {0} ``", "[{0}](x.md)", "<b>{0}</b>", "<br>{0}", "<br><br>{0}", "{0} ![i](i.png)", "<!-- c -->{0}", "{0}  \n", "{0}\n", "{0}\r\n", "\\[{0}\\]", "&nbsp;{0}", "<ul><li>{0}</li></ul>"];

        public static Arbitrary<MarkedUpText> Texts() =>
            (from words in Gen.Zip(Gen.Elements("alpha", "\u00E5ngstr\u00F6m", "31003", "SSPR_0009", "\u65E5\u672C", "a-b", "x"), Gen.Elements(Wrappers)).NonEmptyListOf()
             select new MarkedUpText(string.Join(" ", words.Select(w => string.Format(System.Globalization.CultureInfo.InvariantCulture, w.Item2, w.Item1))))).ToArbitrary();
    }
}
