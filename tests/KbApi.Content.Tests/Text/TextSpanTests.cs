using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Text;

[Properties(Arbitrary = [typeof(Spans)])]
public sealed class TextSpanTests
{
    [Fact]
    public void Bounds_are_half_open()
    {
        var span = TextSpan.FromBounds(2, 5);

        Assert.Equal((2, 3, 5), (span.Start, span.Length, span.End));
        Assert.True(span.Contains(2));
        Assert.True(span.Contains(4));
        Assert.False(span.Contains(5));
        Assert.Equal("[2..5)", span.ToString());
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 2)]
    public void Bounds_in_the_wrong_order_are_refused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextSpan.FromBounds(start, end));

    [SeededProperty]
    public void A_union_is_the_smallest_span_around_both(TextSpan left, TextSpan right)
    {
        var union = left.Union(right);

        Assert.True(union.Contains(left) && union.Contains(right));
        Assert.Equal(union, right.Union(left));
        Assert.Equal(union, union.Union(left));
        Assert.True(union.Start == left.Start || union.Start == right.Start);
        Assert.True(union.End == left.End || union.End == right.End);
    }

    [SeededProperty]
    public void A_span_contains_another_where_it_contains_its_first_and_last_character(TextSpan left, TextSpan right)
    {
        if (!right.IsEmpty)
        {
            Assert.Equal(left.Contains(right.Start) && left.Contains(right.End - 1), left.Contains(right));
        }

        Assert.True(left.Contains(left));
        Assert.Equal(left.Contains(right) && right.Contains(left), left == right);
    }

    [SeededProperty]
    public void Spans_are_ordered_by_start_then_length(TextSpan left, TextSpan right)
    {
        var order = left.Start != right.Start ? left.Start - right.Start : left.Length - right.Length;

        Assert.Equal(Math.Sign(order), Math.Sign(left.CompareTo(right)));
        Assert.Equal(order < 0, left < right);
        Assert.Equal(order > 0, left > right);
        Assert.Equal(order <= 0, left <= right);
        Assert.Equal(order >= 0, left >= right);
        Assert.Equal(order == 0, left == right);
    }

    public static class Spans
    {
        public static Arbitrary<TextSpan> Near() =>
            (from start in Gen.Choose(0, 12) from length in Gen.Choose(0, 8) select new TextSpan(start, length)).ToArbitrary();
    }
}
