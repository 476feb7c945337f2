using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>Plain characters that stand one by one for source characters, or together for them where the lengths differ.</summary>
internal readonly record struct Segment(int PlainStart, int PlainLength, int SourceStart, int SourceLength)
{
    public int PlainEnd => PlainStart + PlainLength;

    public int SourceEnd => SourceStart + SourceLength;

    /// <summary>The segment as part of a text that begins at an offset of this one's.</summary>
    public Segment Skip(int offset)
    {
        var cut = Math.Max(0, offset - PlainStart);
        return cut == 0 || PlainLength != SourceLength
            ? this with { PlainStart = Math.Max(0, PlainStart - offset) }
            : new Segment(0, PlainLength - cut, SourceStart + cut, SourceLength - cut);
    }

    public TextSpan ToSource(int position) => PlainLength == SourceLength
        ? new TextSpan(SourceStart + Math.Min(position - PlainStart, Math.Max(0, SourceLength - 1)), Math.Min(1, SourceLength))
        : new TextSpan(SourceStart, SourceLength);
}
