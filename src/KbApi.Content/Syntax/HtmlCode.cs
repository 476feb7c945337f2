using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Code written in HTML, <c>&lt;pre&gt;</c>: a block of code whose lines are those between the tags. Unlike in code of
/// Markdown, entities in it stand for characters.
/// </summary>
internal sealed class HtmlCode : CodeBlock, IHtmlSink
{
    private HtmlCode(HtmlBlock html)
        : base(parser: null!)
    {
        Line = html.Line;
        Span = html.Span;
        ProcessInlines = false;
        Lines = new StringLineGroup(Math.Max(1, html.Lines.Count));
    }

    public static HtmlCode Read(HtmlBlock html, string source)
    {
        var code = new HtmlCode(html);
        HtmlLines.Read(html, source, code);
        return code;
    }

    bool IHtmlSink.Wants(ReadOnlySpan<char> name) => !name.IsEmpty;

    void IHtmlSink.AddTag(HtmlTag tag)
    {
    }

    void IHtmlSink.AddText(StringLine piece)
    {
        if (!piece.Slice.AsSpan().IsWhiteSpace())
        {
            Lines.Add(ref piece);
        }
    }
}
