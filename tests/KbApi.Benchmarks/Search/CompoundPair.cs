using KbApi.Search.Indexing;

namespace KbApi.Benchmarks.Search;

/// <summary>Two words that Swedish writes together or apart.</summary>
/// <param name="First">The beginning that all forms of the first word have in common.</param>
/// <param name="Second">That of the second.</param>
/// <param name="Compound">Both as one word.</param>
/// <param name="Phrase">Both as words of their own.</param>
internal sealed record CompoundPair(string First, string Second, string Compound, string Phrase)
{
    private const string File = "KbApi.Benchmarks.Search.swedish-pairs.tsv";

    /// <summary>An ending is no longer than this: <c>-ningens</c> of <c>återställningens</c>.</summary>
    private const int LongestEnding = 7;
    private static readonly string[] Links = ["", "s", "e"];

    public static IEnumerable<CompoundPair> ReadAll()
    {
        using var reader = new StreamReader(typeof(CompoundPair).Assembly.GetManifestResourceStream(File)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var first, var second, var compound, var phrase])
            {
                yield return new CompoundPair(first, second, compound, phrase);
            }
        }
    }

    /// <summary>Whether a text has the compound, or some form of both words.</summary>
    public bool IsIn(IndexedItem item)
    {
        var words = item.Texts.SelectMany(t => WordsOf(t.Text)).ToHashSet(StringComparer.Ordinal);
        return words.Any(w => Links.Any(l => w.StartsWith(First + l + Second, StringComparison.Ordinal)))
            || (words.Any(w => IsFormOf(w, First)) && words.Any(w => IsFormOf(w, Second)));
    }

    private static bool IsFormOf(string word, string beginning) =>
        word.Length <= beginning.Length + LongestEnding && word.StartsWith(beginning, StringComparison.Ordinal);

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetter(text[i]);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
