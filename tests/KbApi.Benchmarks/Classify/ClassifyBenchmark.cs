using System.Globalization;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;

namespace KbApi.Benchmarks.Classify;

/// <summary>Reports a second, beside what finds the same codes and messages in the same texts: compiled regular expressions, and one vectorized search for all.</summary>
internal sealed class ClassifyBenchmark : IBenchmark
{
    private const double GoalOfReports = 20_000;
    private const int EntriesOfGoal = 10_000;
    private const double MicrosecondsOfSecond = 1e6;

    public string Name => "classify";

    public string Title => "Classification";

    public string Arguments => "[ENTRIES…] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(40);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var words = new WordSource(run.Paths);
        return Task.FromResult<IReadOnlyList<FigureTable>>([.. run.Counts(100, 100, 10_000, 100_000).Select(size => Compare(run, new GeneratedContent(words, size), words))]);
    }

    private static FigureTable Compare(BenchmarkRun run, GeneratedContent content, WordSource words)
    {
        var count = run.Pick(20, 2_000);
        var classifier = ReportClassifier.Create(content.Load());
        var classify = new Reader("KbApi.Rules", count, text => IdOf(classifier.Classify(new ErrorReport { Message = text })));
        var expressions = new ExpressionPeer(content, run.Pick(10, 500));
        var literals = new LiteralPeer(content);
        var rows = new List<Figure>();
        foreach (var (name, part) in ((string, Func<int, string>)[])[("a code decides", e => "error " + GeneratedContent.CodeOf(e)), ("a message decides", content.TitleOf)])
        {
            var reports = GeneratedReports.Of(content, words, count, part);
            var standings = ReaderContest.Hold(reports, run.Pick(0, 3), run.Pick(1, 5), classify, literals.Reader, expressions.Reader);
            rows.AddRange(standings.Skip(1).Select(peer => RowOf(name, content.Count, standings[0], peer)));
        }

        return new FigureTable($"{Numbers.Count(content.Count)} entries", rows);
    }

    private static Figure RowOf(string what, int entries, ReaderStanding ours, ReaderStanding peer)
    {
        var rate = MicrosecondsOfSecond / ours.Microseconds;
        return new Figure(what)
        {
            Ours = $"{Numbers.Microseconds(ours.Microseconds)}, {Numbers.Write(rate)} a second",
            Peer = $"{peer.Name} {Numbers.Microseconds(peer.Microseconds)}",
            Ratio = ours.Microseconds / peer.Microseconds,
            Goal = entries == EntriesOfGoal && !peer.IsPart ? Goal.AtLeast(GoalOfReports, rate, "a second") : null,
            Note = peer.IsPart ? "of some expressions, multiplied" : string.Create(CultureInfo.InvariantCulture, $"right {ours.Right:F3}, the peer {peer.Right:F3}; allocated {ours.Garbage:F0} KB"),
        };
    }

    private static string? IdOf(ReportClassification result) => result.Candidates.IsEmpty ? null : result.Candidates[0].Entry.Id;
}
