using System.Diagnostics;
using KbApi.Benchmarks.Running;

namespace KbApi.Benchmarks.Search;

/// <summary>Something that answers questions with ids, best first.</summary>
internal sealed record Engine(string Name, Func<string[], List<string>> Find);

/// <summary>How an engine did.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Mean">Milliseconds a query: the median of the rounds' means.</param>
/// <param name="Median">Milliseconds of half of the queries, at most.</param>
/// <param name="Gain">nDCG@10 where only the entry that was meant counts.</param>
/// <param name="Garbage">Kilobytes of managed memory that a query allocates on average.</param>
internal sealed record Standing(string Name, double Mean, double Median, double Gain, double Garbage)
{
    /// <param name="name">The engine.</param>
    /// <param name="rounds">The milliseconds of each query of each round.</param>
    /// <param name="gains">The gain of each query.</param>
    /// <param name="garbage">The bytes that were allocated in all.</param>
    public static Standing Of(string name, IReadOnlyList<IReadOnlyList<double>> rounds, IReadOnlyList<double> gains, long garbage) =>
        new(name, Numbers.Median(rounds.Select(r => r.Average())), Numbers.Median(rounds.SelectMany(r => r)), gains.Average(), garbage / 1024.0 / gains.Count);
}

/// <summary>
/// Asks engines the same questions in turn. No question that counts was asked before, so an engine that remembers answers gains nothing; who is first
/// changes from question to question.
/// </summary>
/// <param name="warmUps">Rounds that are not counted: for the just-in-time compiler.</param>
/// <param name="repeats">How often the questions of these rounds are asked: the compiler works beside, and a busy machine delays it.</param>
/// <param name="rounds">Rounds that count.</param>
/// <param name="questionsOfRound">How many questions a round has.</param>
internal sealed class Contest(int warmUps, int repeats, int rounds, int questionsOfRound)
{
    public static Contest Full { get; } = new(3, 6, 5, 300);

    public static Contest Smoke { get; } = new(1, 1, 1, 15);

    public int QuestionsOfRound => questionsOfRound;

    public int AllQuestions => (warmUps + rounds) * questionsOfRound;

    /// <summary>Processor time of this thread.</summary>
    public static Func<double> ProcessorTime { get; } = () => ThreadClock.Milliseconds;

    /// <summary>The time that passes: for engines that work in another process.</summary>
    public static Func<double> PassingTime { get; } = () => Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>The first is the engine in question, the other is its peer.</summary>
    public (Standing Ours, Standing Theirs) Hold(IReadOnlyList<Question> questions, Engine ours, Engine theirs, Func<double> clock)
    {
        Engine[] engines = [ours, theirs];
        var times = engines.Select(_ => new List<List<double>>()).ToArray();
        var gains = engines.Select(_ => new List<double>()).ToArray();
        var garbage = new long[engines.Length];
        foreach (var question in Enumerable.Repeat(questions.Take(warmUps * questionsOfRound), repeats).SelectMany(q => q))
        {
            Array.ForEach(engines, e => e.Find(question.Words));
        }

        foreach (var chunk in questions.Skip(warmUps * questionsOfRound).Chunk(questionsOfRound))
        {
            GC.Collect();
            Array.ForEach(times, t => t.Add([]));
            foreach (var (turn, question) in chunk.Index())
            {
                for (var i = 0; i < engines.Length; i++)
                {
                    var engine = (i + turn) % engines.Length;
                    var allocated = GC.GetAllocatedBytesForCurrentThread();
                    var start = clock();
                    var ids = engines[engine].Find(question.Words);
                    times[engine][^1].Add(clock() - start);
                    garbage[engine] += GC.GetAllocatedBytesForCurrentThread() - allocated;
                    gains[engine].Add(GainOf(ids, question.Entry));
                }
            }
        }

        var standings = engines.Select((e, i) => Standing.Of(e.Name, times[i], gains[i], garbage[i])).ToList();
        return (standings[0], standings[1]);
    }

    /// <summary>How an engine did that was asked elsewhere.</summary>
    public Standing StandingOf(string name, IReadOnlyList<Question> questions, IReadOnlyList<(List<string> Ids, double Milliseconds)> answers)
    {
        var counted = questions.Zip(answers).Skip(warmUps * questionsOfRound).ToList();
        return Standing.Of(
            name,
            [.. counted.Chunk(questionsOfRound).Select(c => c.Select(q => q.Second.Milliseconds).ToList())],
            [.. counted.Select(q => GainOf(q.Second.Ids, q.First.Entry))],
            garbage: 0);
    }

    private static double GainOf(List<string> ids, int entry)
    {
        var wanted = "/" + GeneratedContent.CodeOf(entry);
        var at = ids.FindIndex(id => id.EndsWith(wanted, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? 0 : 1 / Math.Log2(at + 2);
    }
}
