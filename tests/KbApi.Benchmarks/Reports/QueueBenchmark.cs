using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Queue.Tests.Support;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Rules.Classification;
using KbApi.Tests;

namespace KbApi.Benchmarks.Reports;

/// <summary>
/// Reports through the API, three brokers and one or two workers into PostgreSQL, each in a process of its own on this machine, beside bare inserts of the
/// same rows into the same server.
/// </summary>
internal sealed class QueueBenchmark : IBenchmark
{
    private const int Senders = 64;
    private const int RowsTogether = 200;
    private const int Entries = 1000;
    private const int Brokers = 3;
    private const double FirstCounted = 0.9;
    private const double LastCounted = 0.1;

    public string Name => "queue";

    public string Title => "Reports through the queue";

    public string Arguments => "[COUNT] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var caption = $"through {Brokers} brokers into PostgreSQL";
        if ((NatsServer.Reason ?? PostgresServer.Reason) is { } reason)
        {
            return [new(caption, [Figure.NotMeasured("classified and stored", reason.TrimEnd('.'))])];
        }

        var count = run.Count(300, 20_000);
        var words = new WordSource(run.Paths);
        var content = new GeneratedContent(words, Entries);
        var texts = GeneratedReports.Of(content, words, count, i => "error " + GeneratedContent.CodeOf(i)).ConvertAll(r => r.Text);
        using var folder = new GeneratedFolder(content);
        using var postgres = PostgresServer.Start();
        await using var nats = await NatsServer.StartAsync(Brokers);
        var classifier = ReportClassifier.Create(content.Load());
        var intake = new QueuedIntake(new Pseudonymizer(new byte[Pseudonymizer.SecretLength]), TimeProvider.System);
        List<StoredReport> rows = [.. texts.Select(t => QueuedIntake.Classify(intake.Take(new ReportSubmission(new() { Message = t })), classifier.Classify, "benchmark"))];

        var passes = new List<(int Workers, double Accepted, string Latencies, double Stored)>();
        foreach (var workers in run.Pick<int[]>([1], [1, 2]))
        {
            run.Progress.WriteLine($"  {workers} of the workers");
            passes.Add(await PassAsync(workers, texts, folder.Content, nats, postgres));
        }

        var bare = count / (await BarePostgres.InsertAsync(postgres.CreateDatabase(), rows, RowsTogether)).TotalSeconds;
        return
        [
            new(caption,
            [
                .. passes.Take(1).Select(p => new Figure("accepted by one replica") { Ours = $"{Numbers.Write(p.Accepted)} a second", Note = p.Latencies }),
                .. passes.Select(p => new Figure($"classified and stored by {p.Workers} worker{(p.Workers == 1 ? "" : "s")}")
                {
                    Ours = $"{Numbers.Write(p.Stored)} a second", Peer = $"bare inserts, {RowsTogether} a transaction: {Numbers.Write(bare)} a second", Ratio = p.Stored / bare,
                }),
            ]),
        ];
    }

    private static async Task<(int Workers, double Accepted, string Latencies, double Stored)> PassAsync(
        int workers, List<string> texts, string content, NatsServer nats, PostgresServer postgres)
    {
        var setting = new QueueSetting(nats.Url, string.Create(CultureInfo.InvariantCulture, $"BENCHMARK_{workers}"), postgres.CreateDatabase());
        await using var queue = new QueueClient(setting);
        double accepted;
        List<TimeSpan> latencies;
        using (var api = ServerProcess.StartWith(verb: null, content, setting.Arguments))
        {
            await api.WaitForAsync("/health/ready");
            (var time, latencies) = await SendAsync(api.Port, texts);
            accepted = texts.Count / time.TotalSeconds;
        }

        var running = Enumerable.Range(0, workers).Select(_ => ServerProcess.StartWith("worker", content, setting.Arguments)).ToList();
        try
        {
            return (workers, accepted, Shares(latencies), await WatchAsync(queue, texts.Count));
        }
        finally
        {
            running.ForEach(r => r.Dispose());
        }
    }

    private static async Task<(TimeSpan Time, List<TimeSpan> Latencies)> SendAsync(int port, List<string> texts)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Senders }) { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        var latencies = new ConcurrentBag<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (text, cancellation) =>
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync("/v1/reports", new { message = text }, cancellation);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                throw new InvalidOperationException($"The API answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
            }

            latencies.Add(Stopwatch.GetElapsedTime(sent));
        });
        return (Stopwatch.GetElapsedTime(start), [.. latencies]);
    }

    /// <summary>Reports a second between a tenth and nine tenths of all: workers start at different times, and the last batch is small.</summary>
    private static async Task<double> WatchAsync(QueueClient queue, int count)
    {
        var start = Stopwatch.GetTimestamp();
        (long Left, long Time)? first = null, last = null;
        while (true)
        {
            var state = await queue.LookAsync();
            var left = state.Pending + state.InHand;
            var now = Stopwatch.GetTimestamp();
            if (left <= count * FirstCounted)
            {
                first ??= (left, now);
                last = (left, now);
            }

            if (left <= count * LastCounted)
            {
                break;
            }

            await Task.Delay(25);
        }

        // So few that one look saw none left.
        if (first!.Value.Left == last!.Value.Left)
        {
            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return (first.Value.Left - last.Value.Left) / Stopwatch.GetElapsedTime(first.Value.Time, last.Value.Time).TotalSeconds;
    }

    private static string Shares(List<TimeSpan> latencies)
    {
        latencies.Sort();
        return $"p50 {Numbers.Time(latencies[latencies.Count / 2])}, p99 {Numbers.Time(latencies[latencies.Count * 99 / 100])}";
    }
}
