using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Quantities;
using KbApi.Content.Tests.Support;
using KbApi.Content.Tests.Syntax;

namespace KbApi.Content.Tests.Quantities;

public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("Wait [|10 seconds|].", "Duration 10 s")]
    [InlineData("Wait [|ten seconds|].", "Duration 10 s")]
    [InlineData("It takes [|up to 1 hour|].", "Duration AtMost 1 h")]
    [InlineData("It takes [|up to about 1 hour|].", "Duration AtMost 1 h")]
    [InlineData("[|Within an hour|] it works.", "Duration AtMost 1 h")]
    [InlineData("[|no more than 127 characters|]", "Length AtMost 127 characters")]
    [InlineData("[|no less than 8 characters|]", "Length AtLeast 8 characters")]
    [InlineData("[|not more than 5 minutes|]", "Duration AtMost 5 min")]
    [InlineData("[|more than 5 minutes|]", "Duration AtLeast 5 min")]
    [InlineData("[|max. 127 characters|]", "Length AtMost 127 characters")]
    [InlineData("[|254 characters|]", "Length 254 characters")]
    [InlineData("[|every 5 minutes|]", "Interval 5 min")]
    [InlineData("[|every 5th minute|]", "Interval 5 min")]
    [InlineData("[|every fifth minute|]", "Interval 5 min")]
    [InlineData("[|5 times in one hour|]", "Rate 5 times per 1 h")]
    [InlineData("[|5 attempts per 24 hours|]", "Rate 5 times per 24 h")]
    [InlineData("a [|24-hour|] window", "Duration 24 h")]
    [InlineData("[|1.5 hours|]", "Duration 1.5 h")]
    [InlineData("[|1,5 hours|]", "Duration 1.5 h")]
    [InlineData("[|1,000 characters|]", "Length 1000 characters")]
    [InlineData("[|1 000 characters|]", "Length 1000 characters")]
    [InlineData("[|1,048,576 bytes|]", "Size 1048576 B")]
    [InlineData("[|12,345.5 seconds|]", "Duration 12345.5 s")]
    [InlineData("[|at most 16 MB|]", "Size AtMost 16 MB")]
    [InlineData("[|10 seconds|], then [|1 minute|]", "Duration 10 s; Duration 1 min")]
    [InlineData("It is enough. [|5 minutes|] later", "Duration 5 min")]
    [InlineData("Open [|TCP 443|].", "Port 443 tcp")]
    [InlineData("Open [|TCP 443|], [|9350-9354|].", "Port 443 tcp; Port 9350 tcp to 9354")]
    [InlineData("Open [|ports 80|] first.", "Port 80 port")]
    [InlineData("Open [|TCP port 443|].", "Port 443 tcp")]
    [InlineData("Open [|UDP port: 53|].", "Port 53 udp")]
    [InlineData("[|TCP 9350\u20139354|]", "Port 9350 tcp to 9354")]
    [InlineData("[|TCP 443|] 5 users", "Port 443 tcp")]
    public void An_English_quantity_is_read(string marked, string constraints) => Check("en", marked, constraints);

    [Theory]
    [InlineData("V\u00E4nta [|10 sekunder|].", "Duration 10 s")]
    [InlineData("[|upp till 1 timme|]", "Duration AtMost 1 h")]
    [InlineData("[|h\u00F6gst 127 tecken|]", "Length AtMost 127 characters")]
    [InlineData("[|inte mer \u00E4n 5 minuter|]", "Duration AtMost 5 min")]
    [InlineData("[|mer \u00E4n 5 minuter|]", "Duration AtLeast 5 min")]
    [InlineData("[|var femte minut|]", "Interval 5 min")]
    [InlineData("[|var 5:e minut|]", "Interval 5 min")]
    [InlineData("[|5 g\u00E5nger under en timme|]", "Rate 5 times per 1 h")]
    [InlineData("[|5 f\u00F6rs\u00F6k p\u00E5 1 timme|]", "Rate 5 times per 1 h")]
    [InlineData("[|tv\u00E5 dygn|]", "Duration 2 d")]
    [InlineData("[|1 000 tecken|]", "Length 1000 characters")]
    [InlineData("[|1,5 timmar|]", "Duration 1.5 h")]
    [InlineData("via [|TCP-port 443|]", "Port 443 tcp")]
    public void A_Swedish_quantity_is_read(string marked, string constraints) => Check("sv", marked, constraints);

    [Theory]
    [InlineData("a second attempt in a day")]
    [InlineData("one time, at a time")]
    [InlineData("the second minute")]
    [InlineData("one character")]
    [InlineData("version 1.1.443.0 seconds")]
    [InlineData("error 31003 and 0x80230619")]
    [InlineData("10secondsofsilence")]
    [InlineData("port 70000 and port 0")]
    [InlineData("TCP is a protocol. 443 is a number.")]
    [InlineData("hr = 800700CE")]
    [InlineData("24b8a985 hours")]
    [InlineData("file_5 minutes.md")]
    [InlineData("5. Seconds count.")]
    public void It_is_no_quantity(string text) => Check("en", text, "");

    [Fact]
    public void A_number_too_large_to_count_is_none() => Check("en", new string('9', 100) + " seconds", "");

    private static void Check(string language, string marked, string constraints)
    {
        var (markdown, _) = Marked.Parse(marked);
        var found = ImmutableArray.CreateBuilder<Constraint>();
        new QuantityReader(Documents.Lexicons.For(language)).Read(Inlines.Read(markdown), found);

        Assert.Equal(constraints, string.Join("; ", found.Select(ConstraintText.Of)));
        Assert.Equal(marked, Marked.Write(markdown, found.Select(c => c.Span)));
        Assert.All(found, c => Assert.Equal(Inlines.Slice(markdown, c.Span), c.Text));
    }
}
