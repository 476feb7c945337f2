using KbApi.Content.Lookup;

namespace KbApi.Content.Tests.Lookup;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Changes_are_counted(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Between(left, right, maximum: 5));

    [Fact]
    public void Beyond_the_maximum_the_number_does_not_matter() => Assert.True(EditDistance.Between("abcdef", "uvwxyz", maximum: 2) > 2);

    [SeededProperty]
    public void The_distance_is_the_same_both_ways(string? left, string? right) =>
        Assert.Equal(EditDistance.Between(left, right, 1000), EditDistance.Between(right, left, 1000));
}
