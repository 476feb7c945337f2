using System.Text;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Classify;

/// <summary>A report and the entry that it is about.</summary>
internal readonly record struct GeneratedReport(string Text, int Entry);

/// <summary>Reports of about a kilobyte: words as documents have them, with a code or a message of one entry somewhere among them.</summary>
internal static class GeneratedReports
{
    private const int Length = 1000;
    private const int WordsOfLine = 12;

    /// <summary>A message of common words only says nothing: entries whose titles have fewer telling words are passed over.</summary>
    private const int FewestTellingWords = 4;

    /// <param name="content">What the entries say.</param>
    /// <param name="words">Where the other words come from.</param>
    /// <param name="count">How many reports there are.</param>
    /// <param name="part">What of an entry stands in the report.</param>
    public static List<GeneratedReport> Of(GeneratedContent content, WordSource words, int count, Func<int, string> part)
    {
        var random = new SmallRandom(11);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var entry = Draw(content, words, random);
            var at = (int)(random.NextDouble() * (Length - 100));
            var text = new StringBuilder(Length + 64);
            var isTold = false;
            for (var n = 1; text.Length < Length; n++)
            {
                if (!isTold && text.Length >= at)
                {
                    text.Append(part(entry)).Append(' ');
                    isTold = true;
                }

                text.Append(words.Draw(random)).Append(n % WordsOfLine == 0 ? ".\n" : " ");
            }

            return new GeneratedReport(text.ToString(), entry);
        })];
    }

    private static int Draw(GeneratedContent content, WordSource words, SmallRandom random)
    {
        while (true)
        {
            var entry = (int)(random.NextDouble() * content.Count);
            if (content.TitleOf(entry).Split(' ').Where(words.IsTelling).Distinct(StringComparer.Ordinal).Count() >= FewestTellingWords)
            {
                return entry;
            }
        }
    }
}
