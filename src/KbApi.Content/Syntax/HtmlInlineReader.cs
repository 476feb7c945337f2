using KbApi.Content.Text;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax;

/// <summary>Reads the tags in a text: what they break, and what they mark up.</summary>
internal sealed class HtmlInlineReader(InlineTextBuilder text)
{
    private readonly HtmlInlineState _state = new();

    public void Clear() => _state.Clear();

    public void Read(HtmlInline html)
    {
        var span = InlineTextReader.SpanOf(html);
        switch (_state.Read(html.Tag))
        {
            case HtmlInlineEffect.Break:
                text.Break();
                break;
            case HtmlInlineEffect.Paragraph:
                text.BreakParagraph();
                break;
            case HtmlInlineEffect.Item:
                text.Break();
                text.BeginLine();
                text.MarkPoint(_state.IsStep ? InlineMarkKind.OrderedListItem : InlineMarkKind.ListItem, span);
                break;
            case HtmlInlineEffect.Anchor:
                text.MarkPoint(InlineMarkKind.Anchor, span, _state.AnchorName);
                break;
            case HtmlInlineEffect.Image:
                text.MarkPoint(InlineMarkKind.Image, span, _state.Target);
                break;
            case HtmlInlineEffect.Open:
                _state.Open(text.Begin(), span.Start);
                break;
            case HtmlInlineEffect.Close when _state.Close() is var (textStart, sourceStart, target):
                text.Mark(_state.Kind, textStart, TextSpan.FromBounds(sourceStart, Math.Max(sourceStart, span.End)), target);
                break;
        }
    }
}
