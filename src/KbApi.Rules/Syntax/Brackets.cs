using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>What follows text in brackets.</summary>
internal enum BracketKind
{
    /// <summary>A target in parentheses.</summary>
    Inline,

    /// <summary>Nothing, and no definition has that name.</summary>
    Bare,

    /// <summary>Another bracket, or a definition elsewhere.</summary>
    Reference,
}

/// <summary>Text in brackets.</summary>
internal sealed record Bracket(BracketKind Kind, string Text, string? Target, TextSpan Span);

/// <summary>Finds the innermost brackets of a document, in one pass a line.</summary>
internal static class Brackets
{
    public static List<Bracket> In(DocumentSyntax document)
    {
        var text = document.Text.Content;
        var definitions = document.TextLines.Select(l => DefinitionIn(text.AsSpan(l.Span.Start, l.Span.Length))).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<Bracket>();
        foreach (var line in document.TextLines.Where(l => text.AsSpan(l.Span.Start, l.Span.Length).Contains('[')))
        {
            var open = -1;
            for (var i = line.Span.Start; i < line.Span.End; i++)
            {
                if (text[i] == '\\')
                {
                    i++;
                }
                else if (text[i] == '[')
                {
                    open = i;
                }
                else if (text[i] == ']' && open >= 0)
                {
                    if (!document.IsCode(open))
                    {
                        found.Add(Read(text, open, i, line.Span.End, definitions));
                    }

                    open = -1;
                }
            }
        }

        return found;
    }

    private static Bracket Read(string text, int open, int close, int end, HashSet<string> definitions)
    {
        var label = text[(open + 1)..close];
        var next = close + 1 < end ? text[close + 1] : '\0';
        if (next == '(')
        {
            var stop = text.IndexOf(')', close + 2, end - close - 2);
            var target = stop < 0 ? "" : text[(close + 2)..stop].Trim();
            var blank = target.IndexOf(' ', StringComparison.Ordinal);
            return new Bracket(BracketKind.Inline, label, blank < 0 ? target : target[..blank], TextSpan.FromBounds(open, stop < 0 ? close + 1 : stop + 1));
        }

        var isSecond = open > 0 && text[open - 1] == ']';
        var isKnown = next is '[' or ':' || isSecond || definitions.Contains(label) || (open > 0 && text[open - 1] is '!' or '^') || label is ['!' or '^' or '#', ..]
            || (next == ' ' && close + 2 < end && text[close + 2] == '(');
        return new Bracket(isKnown ? BracketKind.Reference : BracketKind.Bare, label, Target: null, TextSpan.FromBounds(open, close + 1));
    }

    private static string? DefinitionIn(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart(" >");
        var close = trimmed.IndexOf("]:");
        return close > 1 && trimmed[0] == '[' ? trimmed[1..close].ToString() : null;
    }
}
