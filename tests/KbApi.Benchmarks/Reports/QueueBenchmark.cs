using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Http;
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
internal static class QueueBenchmark
{
    private const int Senders = 64;
    private const int RowsTogether = 200;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if ((NatsServer.Reason ?? PostgresServer.Reason) is { } reason)
        {
            output.WriteLine(reason);
            return 1;
        }

        var count = args is [var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 20_000;
        var words = new WordSource(["content"]);
        var content = new GeneratedContent(words, 1000);
        var texts = GeneratedReports.Of(content, words, count, i => "error " + GeneratedContent.CodeOf(i)).ConvertAll(r => r.Text);
        using var folder = new TempFolder();
        foreach (var (path, text) in content.Documents())
        {
            folder.Write(path, text);
        }

        using var postgres = PostgresServer.Start();
        await using var nats = await NatsServer.StartAsync(3);
        var classifier = ReportClassifier.Create(content.Load());
        var intake = new QueuedIntake(new Pseudonymizer(new byte[Pseudonymizer.SecretLength]), TimeProvider.System);
        List<StoredReport> rows = [.. texts.Select(t => QueuedIntake.Classify(intake.Take(new ReportSubmission(new() { Message = t })), classifier.Classify, "benchmark"))];

        var single = await RunAsync(workers: 1, texts, folder.Path, nats, postgres, output);
        var pair = await RunAsync(workers: 2, texts, folder.Path, nats, postgres, output);
        var bare = count / (await BarePostgres.InsertAsync(postgres.CreateDatabase(), rows, RowsTogether)).TotalSeconds;
        Write(output, $"bare inserts, {RowsTogether} a transaction", bare, "");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  one worker {single / bare:F2} × the rate of bare inserts, two {pair / bare:F2} ×"));
        return 0;
    }

    private static async Task<double> RunAsync(int workers, List<string> texts, string content, NatsServer nats, PostgresServer postgres, TextWriter output)
    {
        var setting = new QueueSetting(nats.Url, string.Create(CultureInfo.InvariantCulture, $"BENCHMARK_{workers}"), postgres.CreateDatabase());
        await using var queue = new QueueClient(setting);
        using (var api = ServerProcess.StartWith(verb: null, content, setting.Arguments))
        {
            await api.WaitForAsync("/health/ready");
            var (time, latencies) = await SendAsync(api.Port, texts);
            Write(output, "accepted by one replica, kept by three brokers", texts.Count / time.TotalSeconds, Shares(latencies));
        }

        var running = Enumerable.Range(0, workers).Select(_ => ServerProcess.StartWith("worker", content, setting.Arguments)).ToList();
        try
        {
            var rate = await WatchAsync(queue, texts.Count);
            Write(output, $"classified and stored by {workers} worker{(workers == 1 ? "" : "s")}", rate, "");
            return rate;
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
        (long Left, long Time)? first = null, last = null;
        while (true)
        {
            var state = await queue.LookAsync();
            var left = state.Pending + state.InHand;
            var now = Stopwatch.GetTimestamp();
            if (left <= count * 0.9)
            {
                first ??= (left, now);
                last = (left, now);
            }

            if (left <= count * 0.1)
            {
                break;
            }

            await Task.Delay(25);
        }

        return (first!.Value.Left - last!.Value.Left) / Stopwatch.GetElapsedTime(first.Value.Time, last.Value.Time).TotalSeconds;
    }

    private static string Shares(List<TimeSpan> latencies)
    {
        latencies.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"  p50 {latencies[latencies.Count / 2].TotalMilliseconds:F1} ms  p99 {latencies[latencies.Count * 99 / 100].TotalMilliseconds:F1} ms");
    }

    private static void Write(TextWriter output, string name, double rate, string shares) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {rate,9:F0} a second{shares}"));
}
