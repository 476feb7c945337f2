using System.Buffers;

namespace KbApi.Rules.Classification.Signals;

/// <summary>Lines in the output of checks that say what is in order. What they name is not the problem.</summary>
internal static class PassedChecks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u2713\u2714\u2705\u221A");

    /// <summary>The text with blanks in place of such lines; every other character keeps its place.</summary>
    public static string Blank(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

        return string.Create(text.Length, text, static (result, original) =>
        {
            original.CopyTo(result);
            foreach (var line in original.AsSpan().Split('\n'))
            {
                if (original.AsSpan(line).TrimStart() is [var mark, ..] && Marks.Contains(mark))
                {
                    result[line].Fill(' ');
                }
            }
        });
    }
}
