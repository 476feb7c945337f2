using KbApi.Content.Text;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax;

/// <summary>Reads inlines as a reader sees them: text, and beside it what it was marked up as.</summary>
internal sealed class InlineReader(InlineTextBuilder text, CodeReader code)
{
    private readonly HtmlInlineReader _html = new(text);

    /// <summary>Forgets the tags of the text before.</summary>
    public void Clear() => _html.Clear();

    public void Read(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Read(inline);
        }
    }

    private void Read(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                ReadLiteral(literal);
                break;
            case LineBreakInline { IsHard: true }:
                text.Break();
                break;
            case LineBreakInline:
                text.Space(inline.Span.Start);
                break;
            case CodeInline span:
                code.ReadSpan(span);
                break;
            case HtmlEntityInline entity:
                ReadEntity(entity);
                break;
            case AutolinkInline link:
                ReadAutolink(link);
                break;
            case HtmlInline tag:
                _html.Read(tag);
                break;
            case LinkInline { IsImage: true } image:
                text.MarkPoint(InlineMarkKind.Image, InlineTextReader.SpanOf(image), image.Url);
                break;
            case LinkInline link:
                ReadMarked(link, InlineMarkKind.Link, link.GetDynamicUrl?.Invoke() ?? link.Url);
                break;
            case EmphasisInline emphasis:
                ReadMarked(emphasis, emphasis.DelimiterCount >= 2 ? InlineMarkKind.Strong : InlineMarkKind.Emphasis, target: null);
                break;
            case DelimiterInline delimiter:
                text.Append(delimiter.ToLiteral(), delimiter.Span.Start);
                Read((ContainerInline)delimiter);
                break;
            case ContainerInline container:
                Read(container);
                break;
        }
    }

    private void ReadLiteral(LiteralInline literal)
    {
        var content = literal.Content.AsSpan();
        var start = literal.Span.End - content.Length + 1;
        if (literal.IsFirstCharacterEscaped && !content.IsEmpty)
        {
            // An escaped character stands for itself and its backslash.
            text.AppendAs(content[..1], new TextSpan(start - 1, 2));
            content = content[1..];
            start++;
        }

        text.Append(content, start);
    }

    private void ReadEntity(HtmlEntityInline entity)
    {
        var content = entity.Transcoded.AsSpan();
        if (InlineTextBuilder.CountBlanks(content) == content.Length)
        {
            text.Space(entity.Span.Start);
        }
        else
        {
            text.AppendAs(content, InlineTextReader.SpanOf(entity));
        }
    }

    private void ReadMarked(ContainerInline inline, InlineMarkKind kind, string? target)
    {
        var start = text.Begin();
        Read(inline);
        text.Mark(kind, start, InlineTextReader.SpanOf(inline), target);
    }

    private void ReadAutolink(AutolinkInline link)
    {
        var start = text.Begin();
        text.Append(link.Url, link.Span.Start + 1);
        text.Mark(InlineMarkKind.Link, start, InlineTextReader.SpanOf(link), link.IsEmail ? "mailto:" + link.Url : link.Url);
    }
}
