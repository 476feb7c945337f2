using KbApi.Content.Text;

namespace KbApi.Translation.Units;

/// <summary>A field of the front matter that stands on one line.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value, without quotes.</param>
/// <param name="Quote">The quotes around it; <c>\0</c> for none.</param>
internal readonly record struct FrontMatterField(string Key, TextSpan Value, char Quote)
{
    /// <summary>The value with its quotes.</summary>
    public TextSpan Written => Quote == '\0' ? Value : TextSpan.FromBounds(Value.Start - 1, Value.End + 1);
}

/// <summary>Finds the fields of the front matter whose value stands on one line without escapes.</summary>
internal static class FrontMatterReader
{
    public static List<FrontMatterField> Read(SourceText source, TextSpan frontMatter)
    {
        var fields = new List<FrontMatterField>();
        if (frontMatter.IsEmpty)
        {
            return fields;
        }

        var last = source.GetLine(Math.Max(frontMatter.Start, frontMatter.End - 1));
        for (var line = source.GetLine(frontMatter.Start); line <= last; line++)
        {
            if (FieldOf(source, source.GetLineSpan(line)) is { } field && !IsContinued(source, line, last))
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private static FrontMatterField? FieldOf(SourceText source, TextSpan line)
    {
        var text = source.Content.AsSpan(line.Start, line.Length);
        var colon = text.IndexOf(':');
        if (colon <= 0 || char.IsWhiteSpace(text[0]) || colon + 1 >= text.Length || text[colon + 1] != ' ' || !IsKey(text[..colon]))
        {
            return null;
        }

        var value = text[(colon + 1)..].Trim();
        var start = line.Start + colon + 1 + (text.Length - colon - 1 - text[(colon + 1)..].TrimStart().Length);
        var key = text[..colon].ToString();
        if (value.Length > 2 && value[0] is '"' or '\'' && value[^1] == value[0])
        {
            return EscapesIn(value[1..^1], value[0]) is null ? null : new FrontMatterField(key, new TextSpan(start + 1, value.Length - 2), value[0]);
        }

        return value.IsEmpty || "&*!|>'\"%@`[{#,-?:".Contains(value[0]) || value.Contains(" #", StringComparison.Ordinal) ? null : new FrontMatterField(key, new TextSpan(start, value.Length), '\0');
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where quotes and backslashes are escaped in a quoted value; null where it has other escapes, or ends within.</summary>
    public static List<int>? EscapesIn(ReadOnlySpan<char> value, char quote)
    {
        var found = new List<int>();
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = quote == '\'' ? value[i] == '\'' : value[i] == '\\';
            var isPair = i + 1 < value.Length && (quote == '\'' ? value[i + 1] == '\'' : value[i + 1] is '"' or '\\');
            if (isEscape && isPair)
            {
                found.Add(i++);
            }
            else if (isEscape || value[i] == quote)
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>Whether the next line goes on with the value.</summary>
    private static bool IsContinued(SourceText source, int line, int last) =>
        line < last && source.GetLineSpan(line + 1) is { IsEmpty: false } next && source.Content[next.Start] is ' ' or '\t';
}
