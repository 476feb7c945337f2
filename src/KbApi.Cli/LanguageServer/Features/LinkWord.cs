using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>What a link at a place of a document leads to, as it is written.</summary>
/// <param name="Span">All of the link.</param>
/// <param name="Target">The address; null where a definition elsewhere has it.</param>
/// <param name="Label">The name of that definition, or null.</param>
internal sealed record LinkWord(TextSpan Span, string? Target, string? Label)
{
    private const int MaxLine = 20_000;

    /// <summary>The link at an offset, on its line; or null.</summary>
    public static LinkWord? At(SourceText text, int offset)
    {
        var line = text.GetLineSpan(text.GetLine(offset));
        if (line.Length > MaxLine)
        {
            return null;
        }

        var content = text[line];
        var at = offset - line.Start;
        return (DefinitionAt(content) ?? InlineAt(content, at) ?? ReferenceAt(content, at)) is { } link
            ? link with { Span = new TextSpan(line.Start + link.Span.Start, link.Span.Length) }
            : null;
    }

    /// <summary>Where the definition of a name stands, or null.</summary>
    public static TextSpan? DefinitionOf(SourceText text, string label)
    {
        for (var number = 0; number < text.LineCount; number++)
        {
            var line = text.GetLineSpan(number);
            var content = text.Content.AsSpan(line.Start, line.Length).TrimStart(" >");
            if (content.StartsWith("[") && content.IndexOf("]:") is var close and > 1 && content[1..close].Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                return TextSpan.FromBounds(line.End - content.Length, line.End);
            }
        }

        return null;
    }

    /// <summary><c>[name]: target</c>, which takes a whole line.</summary>
    private static LinkWord? DefinitionAt(string line)
    {
        var trimmed = line.TrimStart(' ', '>');
        var close = trimmed.IndexOf("]:", StringComparison.Ordinal);
        var isDefinition = close > 1 && trimmed[0] == '[' && !trimmed[1..close].Contains(']', StringComparison.Ordinal);
        return isDefinition ? new LinkWord(new TextSpan(0, line.Length), AddressIn(trimmed[(close + 2)..]), Label: null) : null;
    }

    /// <summary><c>[text](target)</c>.</summary>
    private static LinkWord? InlineAt(string line, int offset)
    {
        for (var middle = line.IndexOf("](", StringComparison.Ordinal); middle >= 0; middle = line.IndexOf("](", middle + 2, StringComparison.Ordinal))
        {
            var open = middle == 0 ? -1 : line.LastIndexOf('[', middle - 1);
            var close = line.IndexOf(')', middle);
            close = close < 0 ? line.Length : close;
            var end = Math.Min(line.Length, close + 1);
            if (open >= 0 && open <= offset && offset <= end)
            {
                return new LinkWord(TextSpan.FromBounds(open, end), AddressIn(line[(middle + 2)..close]), Label: null);
            }
        }

        return null;
    }

    /// <summary><c>[text][name]</c>, <c>[name][]</c> or <c>[name]</c>.</summary>
    private static LinkWord? ReferenceAt(string line, int offset)
    {
        var open = offset == 0 ? -1 : line.LastIndexOf('[', Math.Min(offset, line.Length) - 1);
        var close = open < 0 ? -1 : line.IndexOf(']', open);
        if (open < 0 || close < offset)
        {
            return null;
        }

        var label = line[(open + 1)..close];
        if (close + 1 < line.Length && line[close + 1] == '[' && line.IndexOf(']', close + 2) is var end and > 0)
        {
            label = end > close + 2 ? line[(close + 2)..end] : label;
            close = end;
        }

        return label.Length == 0 ? null : new LinkWord(TextSpan.FromBounds(open, close + 1), Target: null, label);
    }

    private static string AddressIn(string target)
    {
        var text = target.Trim();
        if (text is ['<', .. var rest])
        {
            return rest.Split('>')[0];
        }

        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? text : text[..blank];
    }
}
