namespace KbApi.Rules.Templates;

/// <summary>Finds what stands between quotes.</summary>
internal static class Quotation
{
    /// <summary>A quotation of more ideographs than this is a sentence.</summary>
    public const int MostIdeographs = 8;

    /// <summary>Where the quotation that begins at a place closes; -1 where none begins or closes.</summary>
    public static int ClosingAt(ReadOnlySpan<char> text, int start, int end)
    {
        if (Closers(text[start]) is not { Length: > 0 } closers || start + 1 >= end || TemplateChars.IsBlank(text[start + 1]) || (start > 0 && IsStraight(text[start]) && (TemplateChars.IsPart(text[start - 1]) || Placeholder.EndsAt(text, start))))
        {
            return -1;
        }

        for (var i = start + 1; i < end;)
        {
            var next = text[i..end].IndexOfAny(closers[0], closers[^1]);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            var isApostrophe = text[i] is '\'' or '\u2019' && i + 1 < end && TemplateChars.IsPart(text[i + 1]);
            if (!isApostrophe)
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    /// <summary>Whether what stands between quotes is short enough for a value: up to two words.</summary>
    public static bool IsShort(ReadOnlySpan<char> quoted)
    {
        var ideographs = 0;
        foreach (var c in quoted)
        {
            ideographs += TemplateChars.IsIdeograph(c) ? 1 : 0;
        }

        return quoted.Count(' ') <= 1 && ideographs <= MostIdeographs;
    }

    /// <summary>Whether a quote opens and closes alike, so that what stands before it decides which it does.</summary>
    private static bool IsStraight(char quote) => quote is '"' or '\'' or '`' or '\u201D';

    private static string? Closers(char quote) => quote switch
    {
        '"' => "\"",
        '\'' => "'",
        '`' => "`'",
        '\u201C' => "\u201D",
        '\u201D' => "\u201D",
        '\u201E' => "\u201C\u201D",
        '\u2018' => "\u2019",
        '\u00AB' => "\u00BB",
        '\u00BB' => "\u00AB",
        '\u2039' => "\u203A",
        '\u300C' => "\u300D",
        '\u300E' => "\u300F",
        '\u300A' => "\u300B",
        _ => null,
    };
}
