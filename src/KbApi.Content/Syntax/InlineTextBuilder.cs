using System.Buffers;
using System.Runtime.InteropServices;
using KbApi.Content.Text;
using Markdig.Helpers;

namespace KbApi.Content.Syntax;

/// <summary>
/// Puts plain text together piece by piece and remembers where each piece stands in the file. White space is collapsed: blanks and breaks
/// are held back until something follows them. Keeps its buffers for the next text.
/// </summary>
internal sealed class InlineTextBuilder
{
    private const int MaxBreaks = 2;

    private static readonly SearchValues<char> UnevenBlanks = SearchValues.Create("\t\n\r\u00A0");

    private readonly List<char> _text = [];
    private readonly List<Segment> _segments = [];
    private readonly List<InlineMark> _marks = [];
    private int _breaks;
    private bool _spacePending;
    private int _spaceSource;

    /// <summary>The length of the text so far, without blanks and breaks that are held back.</summary>
    public int Length => _text.Count;

    public void Clear()
    {
        _text.Clear();
        _segments.Clear();
        _marks.Clear();
        _breaks = 0;
        _spacePending = false;
    }

    public InlineText Build(TextSpan span)
    {
        if (_marks.Count > 1)
        {
            _marks.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.Source.Start.CompareTo(right.Source.Start));
        }

        return new InlineText(new string(CollectionsMarshal.AsSpan(_text)), span, new SegmentList(CollectionsMarshal.AsSpan(_segments)), [.. _marks]);
    }

    /// <summary>The text of one line without mark-up where only blanks at its ends are to be collapsed, else null.</summary>
    public static InlineText? Even(StringSlice line, TextSpan span)
    {
        var text = line.AsSpan();
        var start = CountBlanks(text);
        var length = EvenLength(text[start..]);
        return text[(start + length)..].IsWhiteSpace() && length > 0
            ? new InlineText(text.Slice(start, length).ToString(), span, new SegmentList(new Segment(0, length, line.Start + start, length)), [])
            : null;
    }

    /// <summary>A forced line break, unless the text has not begun.</summary>
    public void Break() => _breaks = _text.Count == 0 ? 0 : Math.Min(MaxBreaks, _breaks + 1);

    public void BreakParagraph() => _breaks = _text.Count == 0 ? 0 : MaxBreaks;

    /// <summary>White space at a place in the file.</summary>
    public void Space(int sourcePosition)
    {
        if (!_spacePending)
        {
            _spacePending = true;
            _spaceSource = sourcePosition;
        }
    }

    /// <summary>Text that stands in the file character for character, its white space collapsed.</summary>
    public void Append(ReadOnlySpan<char> text, int sourceStart)
    {
        while (!text.IsEmpty)
        {
            var length = CountBlanks(text);
            if (length > 0)
            {
                Space(sourceStart);
            }
            else
            {
                length = EvenLength(text);
                AppendAs(text[..length], new TextSpan(sourceStart, length));
            }

            text = text[length..];
            sourceStart += length;
        }
    }

    /// <summary>Text as it is, that a stretch of the file of any length stands for.</summary>
    public void AppendAs(ReadOnlySpan<char> text, TextSpan source)
    {
        if (!text.IsEmpty)
        {
            FlushSpace();
            AddSegment(text.Length, source.Start, source.Length);
            _text.AddRange(text);
        }
    }

    /// <summary>Text of another file, with its mark-up; a stretch of this file stands for all of it.</summary>
    public void AppendIncluded(InlineText included, TextSpan source)
    {
        var start = Begin();
        AppendAs(included.Text, source);
        foreach (var mark in included.Marks.Where(m => m.Kind != InlineMarkKind.Anchor))
        {
            _marks.Add(mark with { Start = start + mark.Start, Source = source });
        }
    }

    /// <summary>Where the next piece will begin: what is held back is written first.</summary>
    public int Begin()
    {
        FlushSpace();
        return _text.Count;
    }

    /// <summary>The same for what begins on a line of its own: only breaks are written.</summary>
    public int BeginLine()
    {
        FlushBreaks();
        return _text.Count;
    }

    /// <summary>Marks up the text from an offset on; nothing where there is none and no target either.</summary>
    public void Mark(InlineMarkKind kind, int start, TextSpan source, string? target = null)
    {
        if (_text.Count > start || target is not null)
        {
            _marks.Add(new InlineMark(kind, start, Math.Max(0, _text.Count - start), source, target));
        }
    }

    /// <summary>A mark without text, at the end of what there is.</summary>
    public void MarkPoint(InlineMarkKind kind, TextSpan source, string? target = null) =>
        _marks.Add(new InlineMark(kind, _text.Count, 0, source, target));

    public static int CountBlanks(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExcept([' ', '\t', '\n', '\r', '\u00A0']);
        return count < 0 ? text.Length : count;
    }

    /// <summary>How much of a text that begins with a word stays as it is: the words up to where blanks are to be collapsed.</summary>
    private static int EvenLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(UnevenBlanks);
        end = end < 0 ? text.Length : end;
        var twoBlanks = text[..end].IndexOf("  ");
        end = twoBlanks < 0 ? end : twoBlanks;
        return text[..end].TrimEnd(' ').Length;
    }

    private void FlushBreaks()
    {
        if (_breaks > 0)
        {
            for (; _breaks > 0; _breaks--)
            {
                _text.Add('\n');
            }

            _spacePending = false;
        }
    }

    private void FlushSpace()
    {
        FlushBreaks();
        if (_spacePending && _text.Count > 0 && _text[^1] != '\n')
        {
            AddSegment(1, _spaceSource, 1);
            _text.Add(' ');
        }

        _spacePending = false;
    }

    private void AddSegment(int plainLength, int sourceStart, int sourceLength)
    {
        if (_segments.Count > 0 && plainLength == sourceLength)
        {
            var last = _segments[^1];
            if (last.PlainLength == last.SourceLength && last.SourceEnd == sourceStart && last.PlainEnd == _text.Count)
            {
                _segments[^1] = last with { PlainLength = last.PlainLength + plainLength, SourceLength = last.SourceLength + sourceLength };
                return;
            }
        }

        _segments.Add(new Segment(_text.Count, plainLength, sourceStart, sourceLength));
    }
}
