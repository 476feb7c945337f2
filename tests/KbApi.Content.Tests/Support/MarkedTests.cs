using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

public sealed class MarkedTests
{
    [Fact]
    public void Marks_become_spans_and_leave_the_text()
    {
        var marked = Marked.Parse("a [|bc|] d[|e|]");

        Assert.Equal("a bc de", marked.Text);
        Assert.Equal([new TextSpan(2, 2), new TextSpan(6, 1)], marked.Spans.AsEnumerable());
        Assert.Equal("a [|bc|] d[|e|]", Marked.Write(marked.Text, marked.Spans));
    }
}
