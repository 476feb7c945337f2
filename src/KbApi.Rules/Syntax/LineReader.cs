using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>Tells the lines of text from those of metadata, code and comments.</summary>
internal static class LineReader
{
    private const int MostIndentOfFence = 12;

    public static (ImmutableArray<LineSyntax> Lines, TextSpan? UnclosedFence) Read(SourceText text)
    {
        var lines = ImmutableArray.CreateBuilder<LineSyntax>(text.LineCount);
        var inFrontMatter = false;
        var inComment = false;
        (char Mark, int Length, TextSpan Span)? fence = null;
        for (var number = 0; number < text.LineCount; number++)
        {
            var span = text.GetLineSpan(number);
            var line = text.Content.AsSpan(span.Start, span.Length);
            var kind = LineKind.Text;
            if (number == 0 && line.TrimEnd() is "---")
            {
                inFrontMatter = true;
                kind = LineKind.FrontMatter;
            }
            else if (inFrontMatter)
            {
                kind = LineKind.FrontMatter;
                inFrontMatter = line.TrimEnd() is not ("---" or "...");
            }
            else if (fence is { } open)
            {
                kind = LineKind.Code;
                fence = Closes(line, open.Mark, open.Length) ? null : fence;
            }
            else if (inComment || line.TrimStart().StartsWith("<!--"))
            {
                kind = LineKind.Comment;
                inComment = !line.Contains("-->", StringComparison.Ordinal);
            }
            else if (Opens(line) is { } opening)
            {
                kind = LineKind.Code;
                fence = (opening.Mark, opening.Length, span);
            }

            lines.Add(new LineSyntax(number, span, kind));
        }

        return (lines.ToImmutable(), fence?.Span);
    }

    private static (char Mark, int Length)? Opens(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t>");
        if (line.Length - text.Length > MostIndentOfFence || text.IsEmpty || text[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = RunLength(text);
        // An info string with a backtick makes it a code span.
        return length >= 3 && (text[0] == '~' || !text[length..].Contains('`')) ? (text[0], length) : null;
    }

    private static bool Closes(ReadOnlySpan<char> line, char mark, int length)
    {
        var text = line.TrimStart(" \t>").TrimEnd();
        return text.Length >= length && text[0] == mark && RunLength(text) == text.Length;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(text[0]);
        return end < 0 ? text.Length : end;
    }
}
