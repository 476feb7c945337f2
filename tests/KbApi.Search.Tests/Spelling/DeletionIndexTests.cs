using KbApi.Search.Spelling;

namespace KbApi.Search.Tests.Spelling;

public sealed class DeletionIndexTests
{
    private static readonly DeletionIndex Index = new([new("connection", 9), new("connector", 4), new("certificate", 7), new("user", 3), new("volume", 1)]);

    [Theory]
    [InlineData("conection", "connection")]
    [InlineData("conncetion", "connection")]
    [InlineData("certifcate", "certificate")]
    [InlineData("certificatte", "certificate")]
    [InlineData("usre", "user")]
    [InlineData("volune", "volume")]
    public void The_nearest_word_comes_first(string typed, string word) => Assert.Equal(word, Index.Near(typed)[0].Text);

    [Theory]
    [InlineData("use")]
    [InlineData("elephant")]
    [InlineData("vulomes")]
    public void What_is_too_far_is_not_near(string typed) => Assert.Empty(Index.Near(typed));

    [Fact]
    public void Of_too_many_words_the_commonest_are_known()
    {
        var index = new DeletionIndex([new("certificate", 1), new("connection", 2), new("volume", 1), new("directory", 1)], maxWords: 2);

        Assert.Equal("connection", index.Near("conection")[0].Text);
        Assert.Equal("certificate", index.Near("certifcate")[0].Text);
        Assert.Empty(index.Near("volune"));
        Assert.Empty(index.Near("directry"));
    }

    [SeededProperty]
    public bool The_distance_is_symmetric_and_none_only_for_equal_words(string? left, string? right)
    {
        var (a, b) = (Short(left), Short(right));
        var distance = WordDistance.Between(a, b, maximum: 40);
        return distance == WordDistance.Between(b, a, maximum: 40) && distance == 0 == (a == b);
    }

    private static string Short(string? text) => text is null ? "" : text[..Math.Min(text.Length, 20)];
}
