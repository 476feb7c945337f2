using System.Globalization;

namespace KbApi.Benchmarks.Search;

/// <summary>Something that answers questions with ids, best first.</summary>
internal sealed record Engine(string Name, Func<string[], List<string>> Find);

/// <summary>How an engine did.</summary>
/// <param name="Name">The engine.</param>
/// <param name="Mean">Milliseconds of processor time a query: the median of the rounds' means.</param>
/// <param name="Median">Milliseconds of half of the queries, at most.</param>
/// <param name="Slowest">Milliseconds of 99 of 100 queries, at most.</param>
/// <param name="Gain">nDCG@10 where only the entry that was meant counts.</param>
/// <param name="Garbage">Kilobytes of managed memory that a query allocates on average.</param>
internal sealed record Standing(string Name, double Mean, double Median, double Slowest, double Gain, double Garbage)
{
    /// <param name="name">The engine.</param>
    /// <param name="rounds">The milliseconds of each query of each round.</param>
    /// <param name="gains">The gain of each query.</param>
    /// <param name="garbage">The bytes that were allocated in all.</param>
    public static Standing Of(string name, IReadOnlyList<IReadOnlyList<double>> rounds, IReadOnlyList<double> gains, long garbage)
    {
        double[] all = [.. rounds.SelectMany(r => r).Order()];
        return new Standing(name, rounds.Select(r => r.Average()).Order().ElementAt(rounds.Count / 2), all[all.Length / 2], all[all.Length * 99 / 100], gains.Average(), garbage / 1024.0 / gains.Count);
    }
}

/// <summary>
/// Asks engines the same questions in turn. No question that counts was asked before, so an engine that remembers answers gains nothing; who is first
/// changes from question to question.
/// </summary>
internal static class Contest
{
    /// <summary>Rounds that are not counted: for the just-in-time compiler.</summary>
    public const int WarmUps = 3;

    /// <summary>How often the questions of these rounds are asked: the compiler works beside, and a busy machine delays it.</summary>
    private const int WarmUpRepeats = 6;
    public const int Rounds = 5;
    public const int QuestionsOfRound = 300;
    public const int AllQuestions = (WarmUps + Rounds) * QuestionsOfRound;

    /// <summary>The first is the engine in question, the others are its peers.</summary>
    public static IReadOnlyList<Standing> Hold(IEnumerable<Question> questions, params Engine[] engines)
    {
        var times = engines.Select(_ => new List<List<double>>()).ToArray();
        var gains = engines.Select(_ => new List<double>()).ToArray();
        var garbage = new long[engines.Length];
        var all = questions.ToList();
        foreach (var question in Enumerable.Repeat(all.Take(WarmUps * QuestionsOfRound), WarmUpRepeats).SelectMany(q => q))
        {
            Array.ForEach(engines, e => e.Find(question.Words));
        }

        foreach (var chunk in all.Skip(WarmUps * QuestionsOfRound).Chunk(QuestionsOfRound))
        {
            GC.Collect();
            Array.ForEach(times, t => t.Add([]));
            foreach (var (turn, question) in chunk.Index())
            {
                for (var i = 0; i < engines.Length; i++)
                {
                    var engine = (i + turn) % engines.Length;
                    var allocated = GC.GetAllocatedBytesForCurrentThread();
                    var start = ThreadClock.Milliseconds;
                    var ids = engines[engine].Find(question.Words);
                    times[engine][^1].Add(ThreadClock.Milliseconds - start);
                    garbage[engine] += GC.GetAllocatedBytesForCurrentThread() - allocated;
                    gains[engine].Add(GainOf(ids, question.Entry));
                }
            }
        }

        return [.. engines.Select((e, i) => Standing.Of(e.Name, times[i], gains[i], garbage[i]))];
    }

    public static double GainOf(IReadOnlyList<string> ids, int entry)
    {
        var wanted = "/" + GeneratedContent.CodeOf(entry);
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i].EndsWith(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return 1 / Math.Log2(i + 2);
            }
        }

        return 0;
    }

    /// <summary>The standings, and of those after the first how the first one's times relate to theirs.</summary>
    public static void Print(TextWriter output, string what, IReadOnlyList<Standing> standings, Standing? other = null)
    {
        output.WriteLine(what + " (milliseconds of processor time a query)");
        foreach (var standing in other is null ? standings : standings.Append(other))
        {
            var ratios = standing == standings[0]
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"   ratio {standings[0].Mean / standing.Mean:F2} (median {standings[0].Median / standing.Median:F2}, p99 {standings[0].Slowest / standing.Slowest:F2})");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {standing.Name,-20} mean {standing.Mean,8:F3} ms  median {standing.Median,8:F3}  p99 {standing.Slowest,8:F3}  nDCG {standing.Gain:F3}  {standing.Garbage,6:F0} KB{ratios}"));
        }
    }
}
