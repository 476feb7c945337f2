using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>A text with stretches marked in it: <c>an [|error|] here</c>.</summary>
internal sealed record Marked(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public TextSpan Span => Assert.Single(Spans);

    public static Marked Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var position = 0;
        for (int open; (open = marked.IndexOf(Open, position, StringComparison.Ordinal)) >= 0;)
        {
            var close = marked.IndexOf(Close, open, StringComparison.Ordinal);
            Assert.True(close > 0, $"'{Close}' is missing in {marked}");
            text.Append(marked, position, open - position);
            spans.Add(new TextSpan(text.Length, close - open - Open.Length));
            text.Append(marked, open + Open.Length, close - open - Open.Length);
            position = close + Close.Length;
        }

        return new Marked(text.Append(marked, position, marked.Length - position).ToString(), spans.ToImmutable());
    }

    /// <summary>The text with marks at some spans, for comparing with what a test wrote.</summary>
    public static string Write(string text, IEnumerable<TextSpan> spans) =>
        spans.OrderByDescending(s => s.Start).Aggregate(text, (t, s) => t.Insert(s.End, Close).Insert(s.Start, Open));
}
