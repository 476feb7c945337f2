using System.Diagnostics;
using System.Globalization;
using KbApi.Content.Model;
using KbApi.Search;

namespace KbApi.Benchmarks.Search;

/// <summary>Search beside its peers on the same entries and questions, in one run.</summary>
internal static class SearchBenchmark
{
    private const int DefaultSize = 10_000;
    private const int LookUps = 200_000;

    /// <summary>Leaves out all peers but Lucene: at 100,000 entries SQLite and minisearch take minutes.</summary>
    private const string OnlyLucene = "--only-lucene";

    private static readonly LocaleTag English = LocaleTag.Parse("en-US");

    /// <param name="arguments">How many entries to generate, any number of times, and where to take words from.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var hasAllPeers = !arguments.Contains(OnlyLucene, StringComparer.Ordinal);
        int[] sizes = [.. arguments.Where(IsSize).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).DefaultIfEmpty(DefaultSize)];
        var words = new WordSource([.. arguments.Where(a => !IsSize(a) && a != OnlyLucene).DefaultIfEmpty("content")]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.Count} words, drawn as often as in {words.Total} of real documents"));
        foreach (var size in sizes)
        {
            Run(new GeneratedContent(words, size), hasAllPeers, output);
        }
    }

    private static void Run(GeneratedContent content, bool hasAllPeers, TextWriter output)
    {
        if (content.Questions().Take(Contest.AllQuestions * 2).Count() < Contest.AllQuestions * 2)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{content.Count} entries are too few for {Contest.AllQuestions * 2} different questions."));
            return;
        }

        var knowledgeBase = content.Load();
        using var folder = new TemporaryFolder();
        var built = Time(() => folder.Open(knowledgeBase).Dispose());
        var reopened = Time(() => folder.Open(knowledgeBase).Dispose());
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        using var index = folder.Open(knowledgeBase);
        foreach (var question in content.Questions().Take(Contest.QuestionsOfRound))
        {
            Find(index, question.Words, isUnfinished: true);
        }

        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.NewLine}{content.Count} entries; index made in {built:F1} s, reopened in {reopened * 1000:F0} ms, {folder.IndexLength / (double)content.Count:F0} bytes an entry on disk, {memory / (double)content.Count:F0} in memory after {Contest.QuestionsOfRound} queries"));
        Compete(content, index, folder.IndexPath, hasAllPeers, output);
        using var unasked = folder.Open(knowledgeBase);
        AskFirst(content, unasked, output);
        LookUp(content, knowledgeBase, output);
    }

    private static void Compete(GeneratedContent content, SearchIndex index, string indexPath, bool hasAllPeers, TextWriter output)
    {
        using var lucene = new LucenePeer(indexPath);
        using var sqlite = hasAllPeers ? new SqlitePeer(content) : null;
        using var miniSearch = hasAllPeers ? new MiniSearchPeer() : null;
        var finished = new Engine("KbApi.Search", words => Find(index, words, isUnfinished: false));
        var typed = new Engine("KbApi.Search", words => Find(index, words, isUnfinished: true));
        var whole = content.Questions().Take(Contest.AllQuestions).ToList();
        var others = content.Questions().Skip(Contest.AllQuestions).Take(Contest.AllQuestions).ToList();
        var begun = whole.Select(q => q with { Words = [q.Words[0], q.Words[1], q.Words[2][..^1]] }).ToList();
        var wrong = whole.Select(q => q with { Words = [q.Words.MaxBy(w => w.Length)!.Remove(2, 1)] }).ToList();
        var theirs = miniSearch?.Hold(content, new Dictionary<string, List<Question>>(StringComparer.Ordinal) { ["any"] = whole, ["prefix"] = begun, ["fuzzy"] = wrong });

        // One peer at a time: what one engine leaves in the processor's caches slows the next.
        Contest.Print(output, "three words", Contest.Hold(whole, finished, new Engine("Lucene OR", lucene.AnyOf)), theirs?["any"]);
        if (sqlite is not null)
        {
            Contest.Print(output, "three words", Contest.Hold(others, finished, new Engine("SQLite FTS5 OR", sqlite.AnyOf)));
        }

        Contest.Print(output, "two words and the beginning of a third", Contest.Hold(begun, typed, new Engine("Lucene OR, prefix", lucene.AnyOfWithPrefix)), theirs?["prefix"]);
        Contest.Print(output, "one word with a typing error", Contest.Hold(wrong, finished, new Engine("Lucene FuzzyQuery", lucene.Fuzzy)), theirs?["fuzzy"]);
    }

    /// <summary>What queries cost of which no word was asked for before, or few: of an index that has kept nothing yet, with code that is compiled.</summary>
    private static void AskFirst(GeneratedContent content, SearchIndex index, TextWriter output)
    {
        // One that is not counted: it makes what all queries need.
        var questions = content.Questions().Take(Contest.QuestionsOfRound + 1).ToList();
        Find(index, questions[0].Words, isUnfinished: false);
        var start = ThreadClock.Milliseconds;
        foreach (var question in questions.Skip(1))
        {
            Find(index, question.Words, isUnfinished: false);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"three words, the first {Contest.QuestionsOfRound} queries of an index: mean {(ThreadClock.Milliseconds - start) / Contest.QuestionsOfRound:F3} ms"));
    }

    private static void LookUp(GeneratedContent content, KnowledgeBase knowledgeBase, TextWriter output)
    {
        string[] codes = [.. Enumerable.Range(0, content.Count).Select(i => GeneratedContent.CodeOf(i).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())];
        var lookUp = Time(() =>
        {
            for (var i = 0; i < LookUps; i++)
            {
                knowledgeBase.Codes.Find(codes[i % codes.Length]);
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"code look-up in process {lookUp / LookUps * 1e6:F2} µs"));
    }

    private static List<string> Find(SearchIndex index, string[] words, bool isUnfinished) => [.. index.Search(new SearchRequest
    {
        Query = string.Join(' ', words),
        Locale = English,
        Limit = 10,
        IsUnfinished = isUnfinished,
        HasHighlights = false,
    }).Hits.Select(h => h.Id)];

    private static bool IsSize(string argument) => argument.All(char.IsAsciiDigit);

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
