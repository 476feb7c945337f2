using System.Text;
using KbApi.Content.Editing;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Editing;

public class TextChangesTests
{
    [Fact]
    public void Changes_are_made_whatever_their_order_and_may_touch_each_other_and_the_ends() =>
        Assert.Equal("<ab>-cd.", TextChanges.Apply("abXcd", [Change(5, 0, "."), Change(2, 1, "-"), Change(0, 0, "<"), Change(2, 0, ">")]));

    [Fact]
    public void The_whole_text_may_be_changed() => Assert.Equal("new", TextChanges.Apply("old", [Change(0, 3, "new")]));

    [Theory]
    [InlineData(1, 3, 2, 1)]
    [InlineData(0, 2, 4, 2)]
    public void Changes_that_overlap_or_lie_outside_are_wrong_use(int start, int length, int otherStart, int otherLength)
    {
        var e = Assert.Throws<ArgumentException>(() => TextChanges.Apply("abcde", [Change(start, length, "x"), Change(otherStart, otherLength, "y")]));
        Assert.Equal("changes", e.ParamName);
        Assert.Contains("leave one of them out", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wrong_use()
    {
        Assert.Throws<ArgumentNullException>(() => TextChanges.Apply(null!, []));
        Assert.Throws<ArgumentNullException>(() => TextChanges.Apply("", null!));
    }

    [Theory]
    [InlineData(0, 2, 2, 2, false)]
    [InlineData(2, 2, 0, 2, false)]
    [InlineData(0, 3, 2, 2, true)]
    [InlineData(2, 2, 0, 3, true)]
    [InlineData(3, 0, 3, 0, true)]
    [InlineData(3, 0, 3, 5, true)]
    [InlineData(0, 9, 3, 1, true)]
    public void Changes_can_not_both_be_made_where_they_share_a_character_or_a_beginning(int start, int length, int otherStart, int otherLength, bool overlap) =>
        Assert.Equal(overlap, TextChanges.Overlap(new TextSpan(start, length), new TextSpan(otherStart, otherLength)));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Text_is_written_in_the_encoding_that_the_file_had(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] before = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("å")];
        byte[] after = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("ö")];
        Assert.Equal(after, TextBytes.Encode("ö", TextBytes.EncodingOf(before)));
    }

    private static TextChange Change(int start, int length, string text) => new(new TextSpan(start, length), text);
}
