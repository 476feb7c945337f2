using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Links that Liquid addresses, <c>[text]({% link {{ page.version }}/a.md %}#b)</c>: to Markdown the blanks in the address end the link.
/// The link is opened at its first bracket, so that its text is parsed as any other, and closed at its last.
/// </summary>
internal sealed class LiquidLinkParser : InlineParser
{
    private const string TagOpening = "]({%";
    private const string TagClosing = "%}";

    public LiquidLinkParser() => OpeningCharacters = ['[', ']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        return text[0] == '[' ? TryOpen(processor, ref slice, text) : text.StartsWith(TagOpening, StringComparison.Ordinal) && TryClose(processor, ref slice, text);
    }

    private static bool TryOpen(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> text)
    {
        var close = IndexOfClosing(text);
        if (close < 0 || !text[close..].StartsWith(TagOpening, StringComparison.Ordinal) || AddressLength(text[close..]) == 0)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new OpenLink { Url = AddressOf(text[close..]), Line = line, Column = column, Span = new Markdig.Syntax.SourceSpan(start, start), IsClosed = false };
        slice.Start++;
        return true;
    }

    private static bool TryClose(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> text)
    {
        for (var inline = processor.Inline; inline is not (null or LinkDelimiterInline); inline = inline.Parent)
        {
            if (inline is OpenLink { IsClosed: false } link)
            {
                var length = AddressLength(text);
                link.Span.End = processor.GetSourcePosition(slice.Start + length - 1);
                processor.PostProcessInlines(0, link, null, false);
                link.IsClosed = true;
                processor.Inline = link;
                slice.Start += length;
                return true;
            }
        }

        return false;
    }

    /// <summary>The offset of the bracket that closes the one that a text begins with, or -1.</summary>
    private static int IndexOfClosing(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return i;
            }
        }

        return -1;
    }

    /// <summary>The length of the brackets and the address between them, or 0 where they have no end on their line.</summary>
    private static int AddressLength(ReadOnlySpan<char> text)
    {
        var tag = text.IndexOf(TagClosing, StringComparison.Ordinal);
        var end = tag < 0 ? -1 : text[tag..].IndexOf(')');
        return end < 0 || text[..(tag + end)].ContainsAny('\r', '\n') ? 0 : tag + end + 1;
    }

    /// <summary>What follows the name of the tag, without the variables before it, and what stands behind the tag.</summary>
    private static string AddressOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(TagClosing, StringComparison.Ordinal);
        var tag = text[TagOpening.Length..end].Trim(" -");
        var name = tag.IndexOf(' ');
        var path = name < 0 ? [] : tag[name..].Trim(" \"'");
        var variable = path.LastIndexOf("}}", StringComparison.Ordinal);
        path = variable < 0 ? path : path[(variable + 2)..];
        var rest = text[(end + TagClosing.Length)..(AddressLength(text) - 1)].Trim();
        return string.Concat(path.Contains(' ') ? [] : path, rest);
    }

    private sealed class OpenLink : LinkInline;
}
