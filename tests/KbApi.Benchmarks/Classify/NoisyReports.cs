using KbApi.Benchmarks.Search;
using KbApi.Content.Model;

namespace KbApi.Benchmarks.Classify;

/// <summary>Reports as careless people write them: a code, a message or some words of an entry among words of others.</summary>
internal static class NoisyReports
{
    private const double ShareOfMessage = 0.85;
    private const double ShareOfSymptom = 0.6;
    private const int WordsAround = 14;
    private const int WordsOfDescription = 6;

    /// <summary>For every entry in every locale one of each kind that it has what is needed for.</summary>
    public static IEnumerable<(string Text, string Entry)> Of(KnowledgeBase knowledgeBase, ulong seed)
    {
        var random = new SmallRandom(seed);
        var entries = knowledgeBase.Entries.Items.SelectMany(e => e.Variants).ToList();
        foreach (var entry in entries)
        {
            // Each from another entry: words that stand together in a document are one of its texts.
            var around = Enumerable.Range(0, WordsAround).Select(_ => AnyWord(entries[(int)(random.NextDouble() * entries.Count)], random)).OfType<string>().ToList();
            if (entry.Codes.FirstOrDefault(c => c.Role == CodeRole.Identifying) is { } code)
            {
                yield return (string.Join(' ', [.. around.Take(WordsAround / 2), "error", code.Code.Value, .. around.Skip(WordsAround / 2)]), entry.Id);
            }

            if (entry.Messages.FirstOrDefault() is { } message)
            {
                yield return (string.Join(' ', [.. around.Take(WordsAround / 2), .. Some(message.Text.Split(' '), ShareOfMessage, random), .. around.Skip(WordsAround / 2)]), entry.Id);
            }

            yield return (string.Join(' ', [.. Some(entry.Title.Text.Split(' '), ShareOfSymptom, random), .. WordsOf(entry.Descriptions).Take(WordsOfDescription), .. around.Take(WordsAround / 2)]), entry.Id);
        }
    }

    private static string? AnyWord(Entry entry, SmallRandom random)
    {
        var words = WordsOf(entry.Descriptions.Concat(entry.Causes)).ToList();
        return words.Count == 0 ? null : words[(int)(random.NextDouble() * words.Count)];
    }

    private static IEnumerable<string> Some(string[] words, double share, SmallRandom random) => words.Where(_ => random.NextDouble() < share);

    private static IEnumerable<string> WordsOf(IEnumerable<Prose> texts) => texts.SelectMany(t => t.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
