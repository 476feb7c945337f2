using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>What the parsers of dialects share: how far they look, and how they take what they found.</summary>
internal static class DialectText
{
    /// <summary>No marker of people is longer; without a bound, openings that never close would be quadratic.</summary>
    public const int MaxLength = 2000;

    /// <summary>The text from the current place on, as far as a marker may reach.</summary>
    public static ReadOnlySpan<char> Ahead(StringSlice slice)
    {
        var text = slice.AsSpan();
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    /// <summary>Takes the next characters as an inline that replaces them.</summary>
    public static bool Take(InlineProcessor processor, ref StringSlice slice, int length, HiddenInline inline)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        inline.Line = line;
        inline.Column = column;
        inline.Span = new Markdig.Syntax.SourceSpan(start, processor.GetSourcePosition(slice.Start + length - 1));
        inline.IsClosed = true;
        processor.Inline = inline;
        slice.Start += length;
        return true;
    }

    /// <summary>Takes the next characters and leaves a part of them as text.</summary>
    public static bool TakeText(InlineProcessor processor, ref StringSlice slice, int length, Range text)
    {
        var (offset, count) = text.GetOffsetAndLength(length);
        var content = new StringSlice(slice.Text, slice.Start + offset, slice.Start + offset + count - 1);
        var start = processor.GetSourcePosition(content.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = content,
            Line = line,
            Column = column,
            Span = new Markdig.Syntax.SourceSpan(start, processor.GetSourcePosition(content.End)),
            IsClosed = true,
        };
        slice.Start += length;
        return true;
    }
}
