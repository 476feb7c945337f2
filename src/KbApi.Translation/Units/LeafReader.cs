using System.Collections.Immutable;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using KbApi.Rules.Syntax;
using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Translation.Units;

/// <summary>Reads the text of one block of a document.</summary>
internal sealed class LeafReader(SourceText source, ImmutableArray<(int Start, int End)> codes)
{
    private readonly string _text = source.Content;

    /// <summary>The pieces of a paragraph, heading or cell, or none where there is nothing to translate.</summary>
    public ImmutableArray<InlinePiece> Read(LeafBlock leaf, bool isCell)
    {
        // The lines are asked for first: the inline parser may give them back.
        var lines = Lines(leaf);
        if (lines.Count == 0)
        {
            return [];
        }

        LazyInlines.Ensure(leaf);
        if (leaf.Inline is not { } inline)
        {
            return [];
        }

        var ranges = new InlineRanges(_text);
        ranges.Read(inline);
        var span = TextSpan.FromBounds(lines[0].Start, lines[^1].End);
        AddBreaks(lines, ranges);
        AddLiterals(span, ranges.Found, isCell);
        return PieceBuilder.Build(_text, span, ranges.Found);
    }

    /// <summary>The pieces of a field of the front matter.</summary>
    public ImmutableArray<InlinePiece> Read(FrontMatterField field)
    {
        var span = field.Value;
        var escapes = field.Quote == '\0' ? [] : FrontMatterReader.EscapesIn(_text.AsSpan(span.Start, span.Length), field.Quote) ?? [];
        List<InlineRange> ranges = [.. escapes.Select(e => new InlineRange(span.Start + e, span.Start + e + 2, PieceKind.Standalone, ProtectedKind.Escape))];
        AddLiterals(span, ranges, isCell: false);
        return PieceBuilder.Build(_text, span, ranges);
    }

    /// <summary>The lines of a block in the file, or none where the parser copied one that can't be found again.</summary>
    private List<(int Start, int End)> Lines(LeafBlock leaf)
    {
        var found = new List<(int Start, int End)>();
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i];
            if (PlaceOf(line) is not { } place || (found.Count > 0 && place.Start < found[^1].End))
            {
                return [];
            }

            found.Add(place);
        }

        return found;
    }

    private (int Start, int End)? PlaceOf(StringLine line)
    {
        if (line.Slice.Text is { } text && text.Length == _text.Length)
        {
            return (line.Slice.Start, Math.Max(line.Slice.Start, line.Slice.End + 1));
        }

        var content = line.Slice.AsSpan().Trim();
        var start = Math.Clamp(line.Position, 0, _text.Length);
        var rest = _text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        var at = (end < 0 ? rest : rest[..end]).IndexOf(content, StringComparison.Ordinal);
        return at < 0 || content.IsEmpty ? null : (start + at, start + at + content.Length);
    }

    /// <summary>What stands between two lines (blanks, the break, marks of the blocks around) is a blank to a translator, or a forced break.</summary>
    private void AddBreaks(List<(int Start, int End)> lines, InlineRanges ranges)
    {
        var hardBreak = 0;
        foreach (var (line, next) in lines.Zip(lines.Skip(1)))
        {
            var end = line.Start + _text.AsSpan(line.Start, line.End - line.Start).TrimEnd().Length;
            var nextLine = _text.AsSpan(next.Start, next.End - next.Start);
            var start = next.Start + nextLine.Length - nextLine.TrimStart().Length;
            while (hardBreak < ranges.HardBreaks.Count && ranges.HardBreaks[hardBreak] < end - 1)
            {
                hardBreak++;
            }

            var isHard = hardBreak < ranges.HardBreaks.Count && ranges.HardBreaks[hardBreak] < start;
            if (isHard && end > line.Start && _text[end - 1] == '\\')
            {
                end--;
            }

            ranges.Found.Add(new InlineRange(end, start, isHard ? PieceKind.Standalone : PieceKind.Text, ProtectedKind.Break));
        }
    }

    /// <summary>Looks for literals between what was found so far.</summary>
    private void AddLiterals(TextSpan span, List<InlineRange> ranges, bool isCell)
    {
        var position = span.Start;
        if (isCell && Tokens.LogPrefix(source[span]) is { } prefix)
        {
            ranges.Add(new InlineRange(position, position + prefix.Length, PieceKind.Standalone, ProtectedKind.Name));
        }

        foreach (var range in ranges.OrderBy(r => r.Start).ToList())
        {
            Scan(position, range.Start);
            position = Math.Max(position, range.End);
        }

        Scan(position, span.End);

        void Scan(int start, int end)
        {
            if (end > start)
            {
                AddTerms(start, end, ranges);
                LiteralScanner.Scan(_text, start, end, CodesIn(start, end), ranges);
            }
        }
    }

    /// <summary><c>[!UICONTROL Save]</c>: the words may be translated, what is around them may not.</summary>
    private void AddTerms(int start, int end, List<InlineRange> ranges)
    {
        for (var at = _text.IndexOf("[!", start, end - start, StringComparison.Ordinal); at >= 0; at = _text.IndexOf("[!", at + 2, end - at - 2, StringComparison.Ordinal))
        {
            var word = at + 2;
            while (word < end && char.IsAsciiLetterUpper(_text[word]))
            {
                word++;
            }

            var close = _text.IndexOf(']', at, end - at);
            if (word > at + 3 && word < end && _text[word] == ' ' && close > word + 1)
            {
                var pair = -1 - at;
                ranges.Add(new InlineRange(at, word + 1, PieceKind.Start, ProtectedKind.Markup, pair));
                ranges.Add(new InlineRange(close, close + 1, PieceKind.End, ProtectedKind.Markup, pair));
            }
        }
    }

    private ReadOnlySpan<(int Start, int End)> CodesIn(int start, int end)
    {
        var first = LowerBound(start);
        return codes.AsSpan()[first..Math.Max(first, LowerBound(end))];
    }

    private int LowerBound(int position)
    {
        var (low, high) = (0, codes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = codes[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
