using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Dialects;
using KbApi.Content.Syntax.Includes;
using Markdig.Syntax.Inlines;

namespace KbApi.Translation.Units;

/// <summary>Finds the mark-up in a block: what is protected, and what goes around text. All from the syntax tree.</summary>
internal sealed class InlineRanges(string source)
{
    private readonly List<InlineRange> _ranges = [];
    private readonly List<int> _hardBreaks = [];
    private int _pairs;

    /// <summary>What was found, in no order.</summary>
    public List<InlineRange> Found => _ranges;

    /// <summary>Where forced line breaks stand.</summary>
    public List<int> HardBreaks => _hardBreaks;

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
                _hardBreaks.Add(inline.Span.Start);
                break;
            case LineBreakInline:
                break;
            case LinkInline link:
                ReadLink(link);
                break;
            case EmphasisInline emphasis:
                ReadEmphasis(emphasis);
                break;
            case IncludeInline:
                Protect(inline, ProtectedKind.Markup);
                break;
            case HiddenInline { Text.Length: > 0, TextStart: { } start } hidden:
                AddPair(hidden, start, start + hidden.Text.Length, ProtectedKind.Emphasis, written: null);
                break;
            case ContainerInline container:
                Read(container);
                break;
            default:
                Protect(inline, KindOf(inline));
                break;
        }
    }

    private static ProtectedKind KindOf(Inline inline) => inline switch
    {
        CodeInline => ProtectedKind.Code,
        AutolinkInline => ProtectedKind.Address,
        HtmlEntityInline => ProtectedKind.Escape,
        HtmlInline html => IsName(html.Tag) ? ProtectedKind.Placeholder : ProtectedKind.Tag,
        _ => ProtectedKind.Markup,
    };

    /// <summary>A tag that HTML does not have stands for a text that differs.</summary>
    private static bool IsName(string tag) =>
        Placeholder.LengthAt(tag, 0) == tag.Length && !KnownTags.Contains(HtmlTag.NameOf(tag));

    private void ReadLiteral(LiteralInline literal)
    {
        if (literal.IsFirstCharacterEscaped && !literal.Content.IsEmpty)
        {
            var start = literal.Span.End - literal.Content.Length;
            Add(start, start + 2, ProtectedKind.Escape);
        }
    }

    private void ReadEmphasis(EmphasisInline emphasis)
    {
        var (start, end, length) = (emphasis.Span.Start, emphasis.Span.End + 1, emphasis.DelimiterCount);
        var isSound = end <= source.Length && end - start > 2 * length
            && source.AsSpan(start, length).IndexOfAnyExcept(emphasis.DelimiterChar) < 0 && source.AsSpan(end - length, length).IndexOfAnyExcept(emphasis.DelimiterChar) < 0;
        if (isSound)
        {
            AddPair(emphasis, start + length, end - length, length >= 2 ? ProtectedKind.Strong : ProtectedKind.Emphasis, written: null);
        }

        Read(emphasis);
    }

    private void ReadLink(LinkInline link)
    {
        var start = link.Span.Start + (link.IsImage ? 2 : 1);
        var end = link.LastChild is { } last ? last.Span.End + 1 : -1;
        var isSound = end > start && end <= link.Span.End && source[start - 1] == '[' && source[end] == ']';
        if (!isSound)
        {
            Protect(link, ProtectedKind.Link);
            return;
        }

        // A reference that is found by its text needs its name once the text is another.
        var tail = source[(end + 1)..(link.Span.End + 1)];
        var written = link.Reference is not null && tail is "" or "[]" ? "][" + source[start..end] + "]" : null;
        AddPair(link, start, end, link.IsImage ? ProtectedKind.Image : ProtectedKind.Link, written);
        Read(link);
    }

    private void AddPair(Inline inline, int contentStart, int contentEnd, ProtectedKind kind, string? written)
    {
        _pairs++;
        _ranges.Add(new InlineRange(inline.Span.Start, contentStart, PieceKind.Start, kind, _pairs));
        _ranges.Add(new InlineRange(contentEnd, inline.Span.End + 1, PieceKind.End, kind, _pairs, written));
    }

    private void Protect(Inline inline, ProtectedKind kind) => Add(inline.Span.Start, inline.Span.End + 1, kind);

    private void Add(int start, int end, ProtectedKind kind)
    {
        if (start >= 0 && end > start && end <= source.Length)
        {
            _ranges.Add(new InlineRange(start, end, PieceKind.Standalone, kind));
        }
    }
}
