using KbApi.Content.Text;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Blanks out what an MDX document imports and exports before its first text, character for character.</summary>
internal static class ModuleLines
{
    private const string Delimiter = "---";

    /// <summary>The text, of the same length; the same string where there is nothing to do.</summary>
    public static string Blank(string text)
    {
        List<TextSpan>? lines = null;
        for (var start = SkipFrontMatter(text); start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            if (IsModuleLine(line))
            {
                (lines ??= []).Add(new TextSpan(start, line.Length));
            }
            else if (!line.IsWhiteSpace())
            {
                break;
            }

            start = end + 1;
        }

        return Blanks.Put(text, lines);
    }

    private static bool IsModuleLine(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" ;");
        var quoted = line is [.., '"' or '\''];
        return (quoted && line.StartsWith("import ", StringComparison.Ordinal) && (line[7] is '"' or '\'' || HasNames(line[7..])))
            || (quoted && line.StartsWith("export ", StringComparison.Ordinal) && HasNames(line[7..]))
            || (line.StartsWith("export const ", StringComparison.Ordinal) && line.Contains('='));
    }

    /// <summary>Whether what stands before the module is one name, all of them, or a list in braces.</summary>
    private static bool HasNames(ReadOnlySpan<char> rest)
    {
        var from = rest.IndexOf(" from ", StringComparison.Ordinal);
        return from > 0 && (rest[0] is '{' or '*' || rest[..from].Contains(',') || !rest[..from].Contains(' '));
    }

    private static int SkipFrontMatter(string text)
    {
        if (!text.StartsWith(Delimiter, StringComparison.Ordinal))
        {
            return 0;
        }

        var end = text.IndexOf("\n" + Delimiter, StringComparison.Ordinal);
        var line = end < 0 ? -1 : text.IndexOf('\n', end + 1);
        return line < 0 ? text.Length : line + 1;
    }
}
