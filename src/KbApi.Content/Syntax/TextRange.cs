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
    public IEnumerable<TextRange> Paragraphs() => Split("\n\n");

    /// <summary>The lines of a text: what stands between forced breaks.</summary>
    public IEnumerable<TextRange> Lines() => Split("\n");

    private IEnumerable<TextRange> Split(string separator)
    {
        var start = Start;
        while (start < End)
        {
            var at = _text.Text.IndexOf(separator, start, End - start, StringComparison.Ordinal);
            var end = at < 0 ? End : at;
            var part = new TextRange(_text, start, end - start);
            if (!part.IsEmpty)
            {
                yield return part;
            }

            start = end + separator.Length;
        }
    }
}
