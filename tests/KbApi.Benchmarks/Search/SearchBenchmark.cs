using System.Diagnostics;
using KbApi.Benchmarks.Running;

namespace KbApi.Benchmarks.Search;

/// <summary>Search beside its peers on the same entries and questions, in one run.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    /// <summary>From here on only Lucene is asked: SQLite and minisearch take minutes.</summary>
    private const int TooManyForOthers = 50_000;

    public string Name => "search";

    public string Title => "Search";

    public string Arguments => "[ENTRIES…] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(130);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var words = new WordSource(run.Paths);
        return Task.FromResult<IReadOnlyList<FigureTable>>([.. run.Counts(300, 10_000, 100_000).Select(size => Compare(run, new GeneratedContent(words, size), words))]);
    }

    private static FigureTable Compare(BenchmarkRun run, GeneratedContent content, WordSource words)
    {
        var contest = run.Pick(Contest.Smoke, Contest.Full);
        var caption = $"{Numbers.Count(content.Count)} entries of {Numbers.Count(words.Count)} words";
        if (content.Questions().Take(contest.AllQuestions * 2).Count() < contest.AllQuestions * 2)
        {
            throw new ArgumentException($"{content.Count} entries are too few for {contest.AllQuestions * 2} different questions.");
        }

        run.Progress.WriteLine($"  {caption}");
        var knowledgeBase = content.Load();
        using var folder = new TemporaryFolder();
        var built = Time(() => folder.Open(knowledgeBase).Dispose());
        var reopened = Time(() => folder.Open(knowledgeBase).Dispose());
        using var index = folder.Open(knowledgeBase);
        var rows = new SearchContests(run, contest, content).Hold(index, folder.IndexPath, hasAllPeers: content.Count < TooManyForOthers);
        using var unasked = folder.Open(knowledgeBase);
        return new FigureTable(caption,
        [
            .. rows,
            new($"the first {contest.QuestionsOfRound} queries of an index that has kept nothing") { Ours = Numbers.Milliseconds(MeanOfFirst(contest, content, new OwnSearch(unasked))) },
            new("the index is made, and opened again") { Ours = Numbers.Time(reopened), Peer = $"making it {Numbers.Time(built)}", Ratio = reopened / built },
        ]);
    }

    /// <summary>What queries cost of which no word was asked for before, or few: of an index that has kept nothing yet, with code that is compiled.</summary>
    private static double MeanOfFirst(Contest contest, GeneratedContent content, OwnSearch search)
    {
        // One that is not counted: it makes what all queries need.
        var questions = content.Questions().Take(contest.QuestionsOfRound + 1).ToList();
        search.Find(questions[0].Words, isUnfinished: false);
        var start = ThreadClock.Milliseconds;
        foreach (var question in questions.Skip(1))
        {
            search.Find(question.Words, isUnfinished: false);
        }

        return (ThreadClock.Milliseconds - start) / contest.QuestionsOfRound;
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
