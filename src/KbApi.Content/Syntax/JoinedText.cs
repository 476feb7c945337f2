using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>Joins texts of several blocks.</summary>
internal static class JoinedText
{
    private const string ParagraphBreak = "\n\n";

    /// <summary>Texts one behind the other, as paragraphs.</summary>
    public static InlineText Of(List<InlineText> parts, TextSpan span)
    {
        int length = 0, segmentCount = 0, markCount = 0;
        foreach (var part in parts)
        {
            length += part.Text.Length + (length > 0 && !part.IsEmpty ? ParagraphBreak.Length : 0);
            segmentCount += part.Segments.Count;
            markCount += part.Marks.Length;
        }

        var segments = ImmutableArray.CreateBuilder<Segment>(segmentCount);
        var marks = ImmutableArray.CreateBuilder<InlineMark>(markCount);
        var offset = 0;
        foreach (var part in parts)
        {
            offset += offset > 0 && !part.IsEmpty ? ParagraphBreak.Length : 0;
            var known = part.Segments;
            foreach (ref readonly var segment in known.AsSpan())
            {
                segments.Add(segment with { PlainStart = segment.PlainStart + offset });
            }

            foreach (var mark in part.Marks)
            {
                marks.Add(mark with { Start = mark.Start + offset });
            }

            offset += part.Text.Length;
        }

        return new InlineText(TextOf(parts, length), span, new SegmentList(segments.DrainToImmutable()), marks.DrainToImmutable()) { Parts = parts.Count > 0 ? parts : null };
    }

    private static string TextOf(List<InlineText> parts, int length) => string.Create(length, parts, static (text, parts) =>
    {
        var rest = text;
        foreach (var part in parts)
        {
            if (rest.Length < text.Length && !part.IsEmpty)
            {
                ParagraphBreak.CopyTo(rest);
                rest = rest[ParagraphBreak.Length..];
            }

            part.Text.CopyTo(rest);
            rest = rest[part.Text.Length..];
        }
    });
}
