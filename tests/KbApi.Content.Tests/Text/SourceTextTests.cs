using FsCheck.Xunit;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Text;

[Properties(Arbitrary = [typeof(HostileTexts)])]
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b|")]
    [InlineData("a\rb", "a|b")]
    [InlineData("\n\r\n\r", "|||")]
    [InlineData("a\n\rb", "a||b")]
    [InlineData("a\u2028b\u0085c", "a\u2028b\u0085c")]
    public void Lines_end_at_LF_CRLF_and_CR(string text, string lines)
    {
        var source = SourceText.From(text);

        Assert.Equal(lines.Split('|'), Enumerable.Range(0, source.LineCount).Select(l => source[source.GetLineSpan(l)]));
    }

    [SeededProperty(EndSize = 30)]
    public void A_position_leads_back_to_its_offset(HostileText text)
    {
        var source = SourceText.From(text.Text);
        for (var offset = 0; offset <= source.Length; offset++)
        {
            var position = source.GetLinePosition(offset);

            Assert.Equal(position.Line, source.GetLine(offset));
            Assert.Equal(offset, source.GetLineSpan(position.Line).Start + position.Character);
        }
    }

    [SeededProperty(EndSize = 30)]
    public void Lines_follow_each_other_with_a_break_between(HostileText text)
    {
        var source = SourceText.From(text.Text);
        for (var line = 1; line < source.LineCount; line++)
        {
            var gap = source[TextSpan.FromBounds(source.GetLineSpan(line - 1).End, source.GetLineSpan(line).Start)];

            Assert.True(gap is "\n" or "\r" or "\r\n", $"line {line}");
        }

        Assert.Equal(source.Length, source.GetLineSpan(source.LineCount - 1).End);
    }

    [Theory]
    [InlineData(-5, 0, 0)]
    [InlineData(99, 1, 2)]
    public void An_offset_outside_counts_as_the_nearest_end(int offset, int line, int character) =>
        Assert.Equal(new LinePosition(line, character), SourceText.From("abc\nde").GetLinePosition(offset));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_line_that_is_not_there_is_refused(int line) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SourceText.From("a\nb").GetLineSpan(line));

    [Fact]
    public void The_hash_is_the_SHA_256_of_the_bytes()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SourceText.From("abc").ContentHash);
        Assert.NotEqual(SourceText.From("a\nb").ContentHash, SourceText.From("a\r\nb").ContentHash);
    }

    [Fact]
    public void A_path_has_forward_slashes() => Assert.Equal("a/b.md", SourceText.From("", "a\\b.md").Path);
}
