using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Search;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Postgres;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;
using KbApi.Tests;

namespace KbApi.Benchmarks.Reports;

/// <summary>Reports taken in, classified and kept, beside bare inserts of the same rows into the same engine, in turn on the same machine.</summary>
internal static class ReportBenchmark
{
    private const int Senders = 64;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var count = args is [var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 10_000;
        var paths = args.Where(a => !char.IsAsciiDigit(a[0])).ToList();
        var words = new WordSource(paths.Count > 0 ? paths : ["content"]);
        var content = new GeneratedContent(words, 1000);
        var classifier = ReportClassifier.Create(content.Load());
        var intake = new ReportIntake(new Pseudonymizer(new byte[Pseudonymizer.SecretLength]), TimeProvider.System);
        var texts = GeneratedReports.Of(content, words, count, i => "error " + GeneratedContent.CodeOf(i)).ConvertAll(r => r.Text);

        StoredReport Take(string text, int i) =>
            intake.Take(new ReportSubmission(new() { Message = text }) { IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{i}") }, classifier, "benchmark").Report;

        var start = Stopwatch.GetTimestamp();
        var taken = texts.Select(Take).ToList();
        Write(output, "taken in and classified, one core", count, Stopwatch.GetElapsedTime(start), []);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {taken.Count(t => t.Verdict == Verdict.Matched)} of {count} matched; a document has {taken.Average(t => ReportDocument.Write(t).Length):F0} bytes"));

        var folder = Directory.CreateTempSubdirectory("kb-reports-");
        try
        {
            await CompareAsync("SQLite", count, texts, taken, Take, output, round => new SqliteReportStore(new SqliteStoreOptions { Path = Path.Combine(folder.FullName, $"{round}.db") }),
                (rows, perTransaction, round) => Task.Run(() => BareSqlite.Insert(Path.Combine(folder.FullName, $"bare-{round}-{perTransaction}.db"), rows, perTransaction)));
            if (PostgresServer.Reason is { } reason)
            {
                output.WriteLine("PostgreSQL: " + reason);
                return 0;
            }

            using var server = PostgresServer.Start();
            await CompareAsync("PostgreSQL", count, texts, taken, Take, output, _ => new PostgresReportStore(new PostgresStoreOptions { Address = server.CreateDatabase() }),
                (rows, perTransaction, _) => BarePostgres.InsertAsync(server.CreateDatabase(), rows, perTransaction));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(
        string engine, int count, List<string> texts, List<StoredReport> taken, Func<string, int, StoredReport> take, TextWriter output,
        Func<int, IReportStore> create, Func<List<StoredReport>, int, int, Task<TimeSpan>> bare)
    {
        var latencies = new List<TimeSpan>();
        List<TimeSpan> ours = [], single = [], grouped = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using (var store = create(round))
            {
                await store.PrepareAsync();
                var (time, each) = await SendAsync(store, texts, take);
                ours.Add(time);
                latencies.AddRange(each);
            }

            // One row a transaction waits for the disk each time: a tenth of the rows tells how long that takes.
            single.Add(await bare(taken[..(count / 10)], 1, round) * 10);
            grouped.Add(await bare(taken, Senders, round));
        }

        Write(output, $"{engine}: accepted, classified and kept", count, Median(ours), latencies);
        Write(output, $"{engine}: bare inserts, one a transaction", count, Median(single), []);
        Write(output, $"{engine}: bare inserts, {Senders} a transaction", count, Median(grouped), []);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Median(single) / Median(ours):F2} × the rate of bare inserts one by one, {Median(grouped) / Median(ours):F2} × of bare inserts {Senders} at once"));
    }

    private static async Task<(TimeSpan Time, IEnumerable<TimeSpan> Each)> SendAsync(IReportStore store, List<string> texts, Func<string, int, StoredReport> take)
    {
        var latencies = new ConcurrentBag<TimeSpan>();
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < texts.Count; i = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                var added = await store.AddAsync(take(texts[i], i));
                latencies.Add(Stopwatch.GetElapsedTime(sent));
                if (added.Outcome != AddOutcome.Added)
                {
                    throw new InvalidOperationException($"Report {i} was there already.");
                }
            }
        })));
        return (Stopwatch.GetElapsedTime(start), latencies);
    }

    private static void Write(TextWriter output, string name, int count, TimeSpan time, List<TimeSpan> latencies)
    {
        var sorted = latencies.Order().ToList();
        var shares = sorted.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"  p50 {sorted[sorted.Count / 2].TotalMilliseconds:F1} ms  p99 {sorted[sorted.Count * 99 / 100].TotalMilliseconds:F1} ms");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-46} {count / time.TotalSeconds,9:F0} a second{shares}"));
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2);
}
