using System.Globalization;
using System.Text;

namespace KbApi.Cli.Export.Index;

/// <summary>Cuts texts into the words that the search of an exported site compares. <c>static-search.js</c> does the same with what is typed.</summary>
internal static class IndexText
{
    /// <summary>Words without case and accents; of writing without spaces, pairs of characters.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        foreach (var run in RunsOf(text))
        {
            if (!run.Any(IsIdeographic))
            {
                yield return run;
                continue;
            }

            for (var i = 0; i < run.Length; i++)
            {
                yield return i + 1 < run.Length ? run.Substring(i, 2) : run.Substring(i, 1);
            }
        }
    }

    /// <summary>Words that are written with accents or otherwise than they are compared, in small letters, each with what it is compared as.</summary>
    public static IEnumerable<(string Word, string Written)> WrittenOtherwise(string text)
    {
        var start = -1;
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant() + ' ';
        for (var i = 0; i < lower.Length; i++)
        {
            if (char.IsLetterOrDigit(lower[i]) || IsMark(lower[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && lower[start..i] is var written && Joined(written) is var word && word != written)
            {
                yield return (word, written);
            }

            start = -1;
        }
    }

    /// <summary>A text without what is not a letter or digit.</summary>
    public static string Joined(string text) => string.Concat(RunsOf(text));

    private static IEnumerable<string> RunsOf(string text)
    {
        var run = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                run.Append(c);
            }
            else if (!IsMark(c) && run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }

        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsIdeographic(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
