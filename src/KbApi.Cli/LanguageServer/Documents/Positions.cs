using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Documents;

/// <summary>Between places of the protocol and offsets. Both count UTF-16 code units.</summary>
internal static class Positions
{
    /// <summary>The offset of a place. Beyond the end of a line it is the line's end, beyond the last line that of the text.</summary>
    public static int OffsetOf(this SourceText text, LspPosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= text.LineCount)
        {
            return text.Length;
        }

        var line = text.GetLineSpan(position.Line);
        return line.Start + Math.Clamp(position.Character, 0, line.Length);
    }

    public static LspPosition PositionOf(this SourceText text, int offset) => text.GetLinePosition(offset).ToProtocol();

    public static LspRange RangeOf(this SourceText text, TextSpan span) => new(text.PositionOf(span.Start), text.PositionOf(span.End));

    /// <summary>The line that a span begins on, from there to its end or that of the span.</summary>
    public static TextSpan FirstLineOf(this SourceText text, TextSpan span)
    {
        var end = text.GetLineSpan(text.GetLine(span.Start)).End;
        return TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(end, span.End)));
    }

    public static LspPosition ToProtocol(this LinePosition position) => new(position.Line, position.Character);
}
