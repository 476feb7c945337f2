using System.Text;
using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Loading;

public sealed class TextDecoderTests
{
    private const string Text = "# L\u00F6senord \U0001F600\r\n";

    public static TheoryData<string> Encodings => new() { "utf-8", "utf-16", "utf-16BE" };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var (text, problem) = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "a.md");

        Assert.Null(problem);
        Assert.Equal(Text, text!.Content);
    }

    [Fact]
    public void Without_a_mark_a_file_is_UTF_8()
    {
        Assert.Equal(Text, TextDecoder.Decode(Encoding.UTF8.GetBytes(Text), "a.md").Text!.Content);
        Assert.Equal("KB1002", TextDecoder.Decode(Encoding.Unicode.GetBytes("abc"), "a.md").Problem!.Id);
        Assert.Equal("KB1003", TextDecoder.Decode(Encoding.Latin1.GetBytes(Text), "a.md").Problem!.Id);
    }

    [Fact]
    public void Line_endings_stay_and_the_hash_is_that_of_the_bytes()
    {
        var plain = TextDecoder.Decode("a\r\nb"u8.ToArray(), "a.md").Text!;
        var marked = TextDecoder.Decode([.. Encoding.UTF8.GetPreamble(), .. "a\r\nb"u8], "a.md").Text!;

        Assert.Equal(plain.Content, marked.Content);
        Assert.Equal("a\r\nb", plain.Content);
        Assert.NotEqual(plain.ContentHash, marked.ContentHash);
    }
}
