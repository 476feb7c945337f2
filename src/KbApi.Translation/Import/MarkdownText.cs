using System.Text;
using KbApi.Translation.Units;

namespace KbApi.Translation.Import;

/// <summary>Writes a translated text as Markdown.</summary>
internal static class MarkdownText
{
    private const string Significant = "\\`*[]<|_";

    /// <summary>The text as it stands in its document.</summary>
    /// <param name="text">The translation.</param>
    /// <param name="original">The unit that it translates; signs that it has as words may stand in the translation, too.</param>
    /// <param name="newLine">The line break of the document.</param>
    public static string Write(UnitText text, TranslationUnit original, string newLine)
    {
        var escaped = SignsToEscape(text, original);
        var markdown = new StringBuilder();
        foreach (var piece in text.Pieces)
        {
            if (piece.Kind == PieceKind.Text)
            {
                AppendWords(markdown, piece.Raw, escaped);
            }
            else
            {
                markdown.Append((piece.Written ?? piece.Raw).ReplaceLineEndings(newLine));
            }
        }

        return original.Kind is UnitKind.Cell or UnitKind.Header or UnitKind.Heading ? markdown.ToString() : WithoutMarker(markdown.ToString());
    }

    /// <summary>The signs that are in the translation more often than in the original: a translator means no mark-up by them.</summary>
    private static string SignsToEscape(UnitText text, TranslationUnit original)
    {
        var (here, there) = (text.Words, original.Text.Words);
        return string.Concat(Significant.Where(c => here.AsSpan().Count(c) > there.AsSpan().Count(c)));
    }

    private static void AppendWords(StringBuilder target, string words, string escaped)
    {
        foreach (var c in words)
        {
            if (escaped.Contains(c, StringComparison.Ordinal))
            {
                target.Append('\\');
            }

            target.Append(c);
        }
    }

    /// <summary>A text that would begin a list, a heading or a quotation gets a backslash in front of the sign.</summary>
    private static string WithoutMarker(string markdown)
    {
        var digits = markdown.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 10 && markdown[digits] is '.' or ')' && digits + 1 < markdown.Length && markdown[digits + 1] == ' ')
        {
            return markdown.Insert(digits, "\\");
        }

        var isMarker = markdown is ['-' or '+' or '*', ' ', ..] or ['>', ..] or ['#', ..] or ['~', '~', '~', ..] or ['=', ..];
        return isMarker ? "\\" + markdown : markdown;
    }
}
