using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>
/// The plain text of inline mark-up as a reader sees it: white space collapsed, <c>\n</c> for a forced line break, <c>\n\n</c>
/// for two of them; with the mark-up beside it and the way back to the file for every character.
/// </summary>
internal sealed class InlineText
{
    private readonly SegmentList _segments;

    // Remembered by the one thread that reads the document; the shared empty text never gets here.
    private Lexicon? _lexicon;
    private PhraseKinds _kinds;

    public InlineText(string text, TextSpan span, SegmentList segments, ImmutableArray<InlineMark> marks)
    {
        Text = text;
        Span = span;
        Marks = marks;
        _segments = segments;
    }

    public static InlineText Empty { get; } = new("", default, default, []);

    public string Text { get; }

    /// <summary>What the text was read from.</summary>
    public TextSpan Span { get; }

    /// <summary>Ordered by start, and where they start together as in the file.</summary>
    public ImmutableArray<InlineMark> Marks { get; }

    public bool IsEmpty => Text.Length == 0;

    /// <summary>How its characters stand in the file.</summary>
    internal SegmentList Segments => _segments;

    /// <summary>Whether it was joined of several texts.</summary>
    public bool IsJoined => Parts is not null;

    /// <summary>The texts that it was joined of, or null.</summary>
    internal List<InlineText>? Parts { get; init; }

    /// <summary>The kinds of a lexicon's phrases that stand in the text. Looked for once: several readers ask about the same text.</summary>
    public PhraseKinds KindsIn(Lexicon lexicon)
    {
        if (IsEmpty)
        {
            return PhraseKinds.None;
        }

        if (_lexicon != lexicon)
        {
            _kinds = FindKinds(lexicon);
            _lexicon = lexicon;
        }

        return _kinds;
    }

    /// <summary>A mark where no text is.</summary>
    public static InlineText Point(InlineMark mark) => new("", mark.Source, default, [mark]);

    /// <summary>The place in the file of a stretch of the plain text.</summary>
    public TextSpan ToSource(int start, int length)
    {
        if (length <= 0 || _segments.IsEmpty)
        {
            var position = _segments.IsEmpty ? Span.Start : Find(start).ToSource(start).Start;
            return new TextSpan(position, 0);
        }

        var first = Find(start).ToSource(start);
        var last = Find(start + length - 1).ToSource(start + length - 1);
        return last.End > first.Start ? TextSpan.FromBounds(first.Start, last.End) : first;
    }

    public IEnumerable<InlineMark> MarksOf(InlineMarkKind kind) => Marks.IsEmpty ? [] : Marks.Where(mark => mark.Kind == kind);

    /// <summary>The first mark of a kind, or null.</summary>
    public InlineMark? FirstMark(InlineMarkKind kind)
    {
        foreach (ref readonly var mark in Marks.AsSpan())
        {
            if (mark.Kind == kind)
            {
                return mark;
            }
        }

        return null;
    }

    public ReadOnlySpan<char> TextOf(InlineMark mark) => Text.AsSpan(mark.Start, mark.Length);

    /// <summary>The text from an offset on, without a colon or blanks at its beginning.</summary>
    public InlineText From(int offset)
    {
        while (offset < Text.Length && (char.IsWhiteSpace(Text[offset]) || Text[offset] is ':' or '\uFF1A'))
        {
            offset++;
        }

        if (offset >= Text.Length)
        {
            return Empty;
        }

        return new InlineText(Text[offset..], ToSource(offset, Text.Length - offset), _segments.From(offset), MarksFrom(offset));
    }

    /// <summary>The same text with other mark-up beside it.</summary>
    public InlineText WithMarks(ImmutableArray<InlineMark> marks) => new(Text, Span, _segments, marks);

    /// <summary>The text up to an offset.</summary>
    public InlineText To(int end)
    {
        if (end >= Text.Length)
        {
            return this;
        }

        return end <= 0 ? Empty : new InlineText(
            Text[..end], ToSource(0, end), _segments, MarksTo(end));
    }

    /// <summary>Text that stands in the file as it is.</summary>
    public static InlineText Verbatim(string text, int start) => text.Length == 0 ? Empty : new InlineText(
        text, new TextSpan(start, text.Length), new SegmentList(new Segment(0, text.Length, start, text.Length)), []);

    private ImmutableArray<InlineMark> MarksFrom(int offset)
    {
        if (Marks.IsEmpty)
        {
            return [];
        }

        // They are ordered by start.
        var first = 0;
        while (first < Marks.Length && Marks[first].Start < offset)
        {
            first++;
        }

        var marks = ImmutableArray.CreateBuilder<InlineMark>(Marks.Length - first);
        for (; first < Marks.Length; first++)
        {
            marks.Add(Marks[first] with { Start = Marks[first].Start - offset });
        }

        return marks.DrainToImmutable();
    }

    private ImmutableArray<InlineMark> MarksTo(int end)
    {
        var isAny = false;
        foreach (ref readonly var mark in Marks.AsSpan())
        {
            isAny |= mark.End > end;
        }

        return isAny ? [.. Marks.Where(m => m.End <= end)] : Marks;
    }

    private PhraseKinds FindKinds(Lexicon lexicon)
    {
        if (Parts is null)
        {
            return lexicon.KindsIn(Text);
        }

        // No phrase goes on into the next paragraph.
        var kinds = PhraseKinds.None;
        foreach (var part in Parts)
        {
            kinds |= part.KindsIn(lexicon);
        }

        return kinds;
    }

    private Segment Find(int position)
    {
        var segments = _segments.AsSpan();
        var low = 0;
        var high = segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments[middle].PlainStart <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return segments[low];
    }
}
