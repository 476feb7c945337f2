using System.Globalization;
using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Benchmarks.Search;

/// <summary>A question and the entry that is meant.</summary>
internal readonly record struct Question(string[] Words, int Entry);

/// <summary>
/// Entries of words that are drawn as often as real English documents have them, each independently of the others: words that belong
/// together do not stand together, so fewer entries answer all of a query than in real content. The same every time.
/// </summary>
internal sealed class GeneratedContent
{
    /// <summary>The numbers of codes have seven digits, however many entries there are.</summary>
    private const int FirstNumber = 1_000_000;
    private const int UsualRowsOfArticle = 250;
    private const int TitleWords = 7;
    private const int TextWords = 18;
    private const int TriesForEntry = 4;

    private readonly WordSource _words;
    private readonly List<string[]> _titles = [];
    private readonly List<string[]> _texts = [];

    public GeneratedContent(WordSource words, int entries)
    {
        _words = words;
        var random = new SmallRandom(42);
        for (var i = 0; i < entries; i++)
        {
            _titles.Add([.. Enumerable.Range(0, TitleWords).Select(_ => words.Draw(random))]);
            _texts.Add([.. Enumerable.Range(0, TextWords * 2).Select(_ => words.Draw(random))]);
        }
    }

    public int Count => _titles.Count;

    /// <summary>How many entries a document has.</summary>
    public int RowsOfArticle { get; init; } = UsualRowsOfArticle;

    public static string CodeOf(int entry) => "GEN-" + (FirstNumber + entry).ToString(CultureInfo.InvariantCulture);

    /// <summary>What an entry is called: a text that a screen may show.</summary>
    public string TitleOf(int entry) => string.Join(' ', _titles[entry]);

    /// <summary>The words of an entry, also its code.</summary>
    public string TextOf(int entry) => string.Join(' ', _titles[entry].Concat(_texts[entry]).Prepend(CodeOf(entry)));

    public KnowledgeBase Load() => Load(Files());

    public static KnowledgeBase Load(IReadOnlyList<ContentFile> files) => new KnowledgeBaseLoader().Load(files);

    /// <summary>The files, in memory.</summary>
    public IReadOnlyList<ContentFile> Files() => [.. Documents().Select(d => File(d.Path, d.Text))];

    /// <summary>The files, with their paths.</summary>
    public IEnumerable<(string Path, string Text)> Documents()
    {
        yield return ("schemes.yaml", "schemes:\n  - { id: gen, title: Generated, patterns: ['GEN-#######'] }\n");
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

    /// <summary>Three telling words of one entry, two of them of its title, as somebody who looks for it may remember. No two questions are the same.</summary>
    public IEnumerable<Question> Questions()
    {
        var random = new SmallRandom(7);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; tries < Count * TriesForEntry; tries++)
        {
            var entry = (int)(random.NextDouble() * Count);
            string[] asked = [.. _titles[entry].Where(_words.IsTelling).Take(2), .. _texts[entry].Where(_words.IsTelling).Take(1)];
            if (asked.Distinct(StringComparer.Ordinal).Count() == 3 && known.Add(string.Join(' ', asked)))
            {
                yield return new Question(asked, entry);
            }
        }
    }

    private static ContentFile File(string path, string text) => ContentFile.InMemory(path, Encoding.UTF8.GetBytes(text));
}
