using KbApi.Search.Analysis;

namespace KbApi.Search.Tests.Analysis;

public sealed class SurfaceTokenizerTests
{
    [Theory]
    [InlineData("PasswordResetFail", "passwordresetfail password reset fail")]
    [InlineData("WU_E_NO_CONNECTION", "wu_e_no_connection wu no connection")]
    [InlineData("SSPR_0029", "sspr_0029 sspr")]
    [InlineData("0x80230619 and 5.7.57", "0x80230619 and 5.7.57")]
    [InlineData("user's", "user's user")]
    public void Identifiers_are_whole_and_in_parts(string text, string words) => Assert.Equal(words.Split(' '), WordsOf(text, hasSingles: true));

    [Fact]
    public void Ideographs_are_pairs_and_in_content_singles_too()
    {
        Assert.Equal(["握手", "手失", "失败"], WordsOf("握手失败", hasSingles: false));
        Assert.Equal(["握", "握手", "手", "手失", "失", "失败", "败"], WordsOf("握手失败", hasSingles: true));
        Assert.Equal(["败"], WordsOf("败", hasSingles: false));
    }

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        const string Text = "Fel: återställa Lösenord (31003)";
        using var tokenizer = new SurfaceTokenizer("sv", hasSingles: true);
        var tokens = new List<SurfaceToken>();
        tokenizer.Read(Text, tokens);

        Assert.Equal(["Fel", "återställa", "Lösenord", "31003"], tokens.Select(t => Text[t.Start..t.End]));
    }

    private static IEnumerable<string> WordsOf(string text, bool hasSingles)
    {
        using var tokenizer = new SurfaceTokenizer("en", hasSingles);
        var tokens = new List<SurfaceToken>();
        tokenizer.Read(text, tokens);
        return tokens.Select(t => t.Text);
    }
}
