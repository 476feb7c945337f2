using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Text;

namespace KbApi.Translation.Units;

/// <summary>Makes pieces of a stretch of text and the ranges in it, and cuts what surrounds the words away.</summary>
internal static class PieceBuilder
{
    private const int LongestName = 60;

    /// <summary>The pieces, or none where there is no word to translate.</summary>
    /// <param name="text">The text of the document.</param>
    /// <param name="span">The block.</param>
    /// <param name="ranges">What is no text.</param>
    public static ImmutableArray<InlinePiece> Build(string text, TextSpan span, List<InlineRange> ranges)
    {
        var sound = Sound(text, span, ranges);
        var pieces = new List<InlinePiece>();
        var position = span.Start;
        foreach (var range in sound)
        {
            AddText(position, range.Start);
            if (range.Kind == PieceKind.Text)
            {
                Append(" ", TextSpan.FromBounds(range.Start, range.End));
            }
            else
            {
                var place = TextSpan.FromBounds(range.Start, range.End);
                pieces.Add(new InlinePiece(range.Kind, range.Pair == 0 ? "" : "p" + range.Pair.ToString(CultureInfo.InvariantCulture), text[range.Start..range.End], range.Protects, place) { Written = range.Written });
            }

            position = range.End;
        }

        AddText(position, span.End);
        return Numbered(Trim(pieces));

        void AddText(int start, int end)
        {
            if (end > start)
            {
                Append(text[start..end], TextSpan.FromBounds(start, end));
            }
        }

        void Append(string words, TextSpan place)
        {
            if (pieces is [.., { Kind: PieceKind.Text } last])
            {
                // A line break reads as one blank, whatever blanks stand around it.
                var joined = words == " " ? last.Raw.TrimEnd(' ') + " " : last.Raw + words;
                pieces[^1] = last with { Raw = joined, Span = last.Span.Union(place) };
            }
            else
            {
                pieces.Add(new InlinePiece(PieceKind.Text, "", words, null, place));
            }
        }
    }

    /// <summary>The ranges in order, without those that overlap others, and names between escaped brackets as one.</summary>
    private static List<InlineRange> Sound(string text, TextSpan span, List<InlineRange> ranges)
    {
        var kept = new List<InlineRange>();
        foreach (var range in ranges.Where(r => r.Start >= span.Start && r.End <= span.End).OrderBy(r => r.Start).ThenByDescending(r => r.End))
        {
            if (kept.Count == 0 || range.Start >= kept[^1].End)
            {
                kept.Add(range);
            }
        }

        var whole = kept.Where(r => r.Pair != 0).CountBy(r => r.Pair).Where(p => p.Value == 2).Select(p => p.Key).ToHashSet();
        return JoinNames(text, kept.FindAll(r => r.Pair == 0 || whole.Contains(r.Pair)));
    }

    /// <summary><c>\&lt;name\&gt;</c> and <c>&amp;lt;name&amp;gt;</c> stand for a text that differs.</summary>
    private static List<InlineRange> JoinNames(string text, List<InlineRange> ranges)
    {
        var joined = new List<InlineRange>();
        for (var i = 0; i < ranges.Count; i++)
        {
            var (first, isOpening) = (ranges[i], text.AsSpan(ranges[i].Start, ranges[i].End - ranges[i].Start) is "\\<" or "&lt;");
            var end = isOpening ? EndOfName(text, first.End, i + 1 < ranges.Count ? ranges[i + 1] : null) : 0;
            joined.Add(end == 0 ? first : new InlineRange(first.Start, end, PieceKind.Standalone, ProtectedKind.Placeholder));
            while (end > 0 && i + 1 < ranges.Count && ranges[i + 1].Start < end)
            {
                i++;
            }
        }

        return joined;
    }

    private static int EndOfName(string text, int start, InlineRange? next)
    {
        var end = start;
        while (end < text.Length && end - start < LongestName && (char.IsLetterOrDigit(text[end]) || text[end] is ' ' or '-' or '_' or '.'))
        {
            end++;
        }

        return end == start || end >= text.Length ? 0
            : text[end] == '>' ? end + 1
            : next is { } closing && closing.Start == end && text.AsSpan(closing.Start, closing.End - closing.Start) is "\\>" or "&gt;" ? closing.End
            : 0;
    }

    /// <summary>Cuts blanks, tags and marks of dialects off both ends: no translation moves them.</summary>
    private static List<InlinePiece> Trim(List<InlinePiece> pieces)
    {
        var (first, last) = (0, pieces.Count - 1);
        while (first <= last && IsOutside(pieces[first]))
        {
            first++;
        }

        while (last > first && IsOutside(pieces[last]))
        {
            last--;
        }

        var kept = pieces.GetRange(first, last - first + 1);
        if (!kept.Exists(p => p.Kind == PieceKind.Text && p.Raw.Any(char.IsLetter)))
        {
            return [];
        }

        TrimText(kept, 0, p => p.TrimStart(), isStart: true);
        TrimText(kept, kept.Count - 1, p => p.TrimEnd(), isStart: false);
        return kept;
    }

    private static void TrimText(List<InlinePiece> pieces, int index, Func<string, string> trim, bool isStart)
    {
        var piece = pieces[index];
        if (piece.Kind == PieceKind.Text)
        {
            var raw = trim(piece.Raw);
            var cut = piece.Raw.Length - raw.Length;
            var span = isStart ? TextSpan.FromBounds(piece.Span.Start + cut, piece.Span.End) : TextSpan.FromBounds(piece.Span.Start, piece.Span.End - cut);
            pieces[index] = piece with { Raw = raw, Span = span };
        }
    }

    private static bool IsOutside(InlinePiece piece) => piece.Kind switch
    {
        PieceKind.Text => string.IsNullOrWhiteSpace(piece.Raw),
        PieceKind.Standalone => piece.Protects is ProtectedKind.Tag or ProtectedKind.Markup or ProtectedKind.Break,
        _ => false,
    };

    /// <summary>Numbers what is protected, in order; both ends of a pair alike.</summary>
    private static ImmutableArray<InlinePiece> Numbered(List<InlinePiece> pieces)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = 0;
        return [.. pieces.Select(p => p.Kind == PieceKind.Text ? p : p with { Id = NumberOf(p) })];

        string NumberOf(InlinePiece piece)
        {
            if (piece.Kind != PieceKind.Standalone && numbers.TryGetValue(piece.Id, out var known))
            {
                return known;
            }

            var number = (++next).ToString(CultureInfo.InvariantCulture);
            if (piece.Kind != PieceKind.Standalone)
            {
                numbers[piece.Id] = number;
            }

            return number;
        }
    }
}
