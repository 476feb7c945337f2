using System.Buffers;
using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>
/// Finds lines that open more containers (quotes, list items) than any document needs. The parser throws on them, so they are
/// blanked out before it sees them, character for character: offsets stay those of the file.
/// </summary>
internal static class NestingGuard
{
    /// <summary>A list level costs the parser two of its 128 levels; documents of people stay below ten.</summary>
    public const int MaxDepth = 40;

    private const int ColumnsPerLevel = 2;
    private const int ColumnsOfTab = 4;

    /// <summary>A line is not deeper than a tab for each of its first characters makes it.</summary>
    private const int MinDeepPrefix = MaxDepth * ColumnsPerLevel / ColumnsOfTab;

    private static readonly SearchValues<char> PrefixCharacters = SearchValues.Create(" \t>-*+.)0123456789");

    /// <summary>The text with such lines blanked, and the spans of the runs of them; the same string where there are none.</summary>
    public static (string Text, ImmutableArray<TextSpan> Blanked) Blank(SourceText source) =>
        MayNestDeep(source) ? BlankDeep(source.Content) : (source.Content, []);

    /// <summary>Whether any line has as many marks and blanks before its text as one that is nested too deep. Hardly any document's has.</summary>
    private static bool MayNestDeep(SourceText source)
    {
        var text = source.Content.AsSpan();
        foreach (var start in source.LineStarts)
        {
            if (start + MinDeepPrefix <= text.Length && PrefixCharacters.Contains(text[start]) && !text.Slice(start, MinDeepPrefix).ContainsAnyExcept(PrefixCharacters))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Text, ImmutableArray<TextSpan> Blanked) BlankDeep(string text)
    {
        var blanked = new List<TextSpan>();
        var depth = 0;
        var isInRun = false;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            var lineDepth = DepthOf(line, depth);
            if (lineDepth > MaxDepth)
            {
                AddToRun(blanked, TextSpan.FromBounds(start, end), isInRun);
                isInRun = true;
            }
            else if (!line.IsWhiteSpace())
            {
                // A line without a marker may continue any paragraph, at any indentation: it closes nothing for certain.
                depth = lineDepth > 0 ? lineDepth : depth;
                isInRun = false;
            }

            start = end + 1;
        }

        return blanked.Count == 0 ? (text, []) : (BlankOut(text, blanked), [.. blanked]);
    }

    private static void AddToRun(List<TextSpan> blanked, TextSpan line, bool isInRun)
    {
        if (isInRun)
        {
            blanked[^1] = blanked[^1].Union(line);
        }
        else
        {
            blanked.Add(line);
        }
    }

    /// <summary>
    /// The most containers that may be open behind the line's markers: those that its blanks can continue and those it opens. 0
    /// where it opens none.
    /// </summary>
    private static int DepthOf(ReadOnlySpan<char> line, int depthBefore)
    {
        if (line.IsEmpty || char.IsAsciiLetter(line[0]) || IsThematicBreak(line.TrimStart()))
        {
            return 0;
        }

        var markers = 0;
        var columns = 0;
        for (var i = 0; i < line.Length;)
        {
            if (line[i] is ' ' or '\t')
            {
                columns += line[i] == '\t' ? ColumnsOfTab : 1;
                i++;
            }
            else if (MarkerLength(line[i..]) is > 0 and var length)
            {
                markers++;
                i += length;
            }
            else
            {
                break;
            }
        }

        return markers == 0 ? 0 : markers + Math.Min(columns / ColumnsPerLevel, depthBefore);
    }

    /// <summary>The length of <c>&gt;</c>, <c>-</c>, <c>12.</c> or the like at the beginning of a text, or 0.</summary>
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '>':
                return 1;
            case '-' or '*' or '+':
                return IsBlank(text, 1) ? 1 : 0;
            case >= '0' and <= '9':
                var digits = text.IndexOfAnyExceptInRange('0', '9');
                return digits is >= 1 and <= 9 && text[digits] is '.' or ')' && IsBlank(text, digits + 1) ? digits + 1 : 0;
            default:
                return 0;
        }
    }

    private static bool IsBlank(ReadOnlySpan<char> text, int index) => index >= text.Length || text[index] is ' ' or '\t';

    private static bool IsThematicBreak(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '_', ..] && !line.ContainsAnyExcept([line[0], ' ', '\t']);

    private static string BlankOut(string text, List<TextSpan> spans) =>
        string.Create(text.Length, (text, spans), static (target, state) =>
        {
            state.text.CopyTo(target);
            foreach (var span in state.spans)
            {
                foreach (ref var c in target.Slice(span.Start, span.Length))
                {
                    c = c is '\r' or '\n' ? c : ' ';
                }
            }
        });
}
