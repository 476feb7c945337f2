using KbApi.Content.Model;

namespace KbApi.Content.Syntax;

/// <summary>A stretch of an <see cref="InlineText"/>, without blanks at its ends.</summary>
internal readonly record struct TextRange
{
    private readonly InlineText _text;

    public TextRange(InlineText text, int start, int length)
    {
        var content = text.Text.AsSpan(start, length);
        var trimmedStart = content.TrimStart();
        _text = text;
        Start = start + content.Length - trimmedStart.Length;
        Length = trimmedStart.TrimEnd().Length;
    }

    public int Start { get; }

    public int Length { get; }

    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public InlineText Text => _text;

    public ReadOnlySpan<char> AsSpan() => _text.Text.AsSpan(Start, Length);

    public Prose ToProse() => new(ToString(), _text.ToSource(Start, Length));

    public override string ToString() => Length == _text.Text.Length ? _text.Text : _text.Text.Substring(Start, Length);

    public static TextRange All(InlineText text) => new(text, 0, text.Text.Length);

    /// <summary>The paragraphs of a text: what stands between empty lines.</summary>
    public TextRangeParts Paragraphs() => new(this, "\n\n");

    /// <summary>The lines of a text: what stands between forced breaks.</summary>
    public TextRangeParts Lines() => new(this, "\n");
}

/// <summary>The parts of a text between separators; those that are blank are left out.</summary>
internal readonly ref struct TextRangeParts(TextRange range, string separator)
{
    private readonly TextRange _range = range;
    private readonly string _separator = separator;

    public Enumerator GetEnumerator() => new(_range, _separator);

    /// <summary>The first part, or an empty range.</summary>
    public TextRange First()
    {
        foreach (var part in this)
        {
            return part;
        }

        return default;
    }

    internal ref struct Enumerator(TextRange range, string separator)
    {
        private int _next = range.Start;

        public TextRange Current { get; private set; }

        public bool MoveNext()
        {
            while (_next < range.End)
            {
                var rest = range.Text.Text.AsSpan(_next, range.End - _next);
                var length = rest.IndexOf(separator);
                length = length < 0 ? rest.Length : length;
                Current = new TextRange(range.Text, _next, length);
                _next += length + separator.Length;
                if (!Current.IsEmpty)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
