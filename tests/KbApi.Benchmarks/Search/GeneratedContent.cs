using System.Globalization;
using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Benchmarks.Search;

/// <summary>Entries of made-up words that are as unevenly common as those of a language (Zipf). The same every time.</summary>
internal sealed class GeneratedContent
{
    private const int VocabularySize = 30_000;
    private const int RowsOfArticle = 250;
    private const int TitleWords = 7;
    private const int TextWords = 18;

    private static readonly string[] Syllables = ["ka", "lo", "mi", "ter", "ran", "sol", "vik", "pen", "dor", "gat", "hus", "bel", "nor", "fi", "tum", "rek", "sa", "lin"];

    private readonly List<string[]> _titles = [];
    private readonly List<string[]> _texts = [];

    public GeneratedContent(int entries)
    {
        var random = new SmallRandom(42);
        var words = Enumerable.Range(0, VocabularySize).Select(WordOf).ToArray();
        var cumulative = new double[VocabularySize];
        var sum = 0.0;
        for (var i = 0; i < VocabularySize; i++)
        {
            cumulative[i] = sum += 1.0 / (i + 3);
        }

        string Draw()
        {
            var at = Array.BinarySearch(cumulative, random.NextDouble() * sum);
            return words[Math.Min(VocabularySize - 1, at < 0 ? ~at : at)];
        }

        for (var i = 0; i < entries; i++)
        {
            _titles.Add([.. Enumerable.Range(0, TitleWords).Select(_ => Draw())]);
            _texts.Add([.. Enumerable.Range(0, TextWords * 2).Select(_ => Draw())]);
        }

        Rare = [.. words.Skip(40)];
    }

    /// <summary>Words that are no function words.</summary>
    public HashSet<string> Rare { get; }

    public int Count => _titles.Count;

    public static string CodeOf(int entry) => "GEN-" + (100_000 + entry).ToString(CultureInfo.InvariantCulture);

    public string TextOf(int entry) => string.Join(' ', _titles[entry].Concat(_texts[entry]));

    public KnowledgeBase Load() => new KnowledgeBaseLoader().Load([.. Documents().Select(d => File(d.Path, d.Text))]);

    /// <summary>The files, with their paths.</summary>
    public IEnumerable<(string Path, string Text)> Documents()
    {
        yield return ("schemes.yaml", "schemes:\n  - { id: gen, title: Generated, patterns: ['GEN-######'] }\n");
        foreach (var chunk in Enumerable.Range(0, Count).Chunk(RowsOfArticle))
        {
            var text = new StringBuilder("# Generated errors\n\n| Error code | Error | Cause | Resolution |\n|---|---|---|---|\n");
            foreach (var i in chunk)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {CodeOf(i)} | {string.Join(' ', _titles[i])} | {string.Join(' ', _texts[i].Take(TextWords))} | Install {string.Join(' ', _texts[i].Skip(TextWords))} |\n");
            }

            yield return ($"en-US/generated-{chunk[0]:D7}.md", text.ToString());
        }
    }

    /// <summary>Three words that stand in one entry, two of them in its title, as somebody who looks for it may remember.</summary>
    public IEnumerable<(string[] Words, int Entry)> Queries(int count)
    {
        var random = new SmallRandom(7);
        for (var i = 0; i < count;)
        {
            var entry = (int)(random.NextDouble() * Count);
            string[] words = [.. _titles[entry].Where(Rare.Contains).Take(2), .. _texts[entry].Where(Rare.Contains).Take(1)];
            if (words.Distinct(StringComparer.Ordinal).Count() == 3)
            {
                i++;
                yield return (words, entry);
            }
        }
    }

    private static ContentFile File(string path, string text) => ContentFile.InMemory(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The n-th word: syllables for the digits of its number, so common words are short.</summary>
    private static string WordOf(int index)
    {
        var word = new StringBuilder();
        for (var rest = index + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    /// <summary>The same numbers on every machine and in every version of .NET.</summary>
    private sealed class SmallRandom(ulong seed)
    {
        private ulong _state = seed;

        public double NextDouble()
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (_state >> 11) * (1.0 / (1UL << 53));
        }
    }
}
