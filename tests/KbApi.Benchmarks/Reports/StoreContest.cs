using System.Collections.Concurrent;
using System.Diagnostics;
using KbApi.Benchmarks.Running;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Benchmarks.Reports;

/// <summary>A store of reports beside bare inserts of the same rows into the same engine.</summary>
/// <param name="texts">What is reported.</param>
/// <param name="rounds">How often each is measured.</param>
/// <param name="take">Makes of the text of a number what is kept of it.</param>
internal sealed class StoreContest(List<string> texts, int rounds, Func<string, int, StoredReport> take)
{
    private const int Senders = 64;

    /// <summary>One row a transaction waits for the disk each time: a part of the rows tells how long that takes.</summary>
    private const int PartOfSingles = 10;

    private readonly List<StoredReport> _taken = [.. texts.Select(take)];

    /// <param name="create">Makes a store with nothing in it.</param>
    /// <param name="bare">Inserts rows, so many a transaction, and says how long it took.</param>
    public async Task<IReadOnlyList<Figure>> HoldAsync(Func<int, IReportStore> create, Func<List<StoredReport>, int, int, Task<TimeSpan>> bare)
    {
        var latencies = new List<double>();
        List<TimeSpan> all = [], kept = [], single = [], grouped = [];
        for (var round = 0; round < rounds; round++)
        {
            all.Add(await SendAsync(create(2 * round), i => take(texts[i], i), latencies));
            kept.Add(await SendAsync(create((2 * round) + 1), i => _taken[i], []));
            single.Add(await bare(_taken[..(texts.Count / PartOfSingles)], 1, round) * PartOfSingles);
            grouped.Add(await bare(_taken, Senders, round));
        }

        return
        [
            Row("accepted, classified and kept", all, $"bare inserts, {Senders} a transaction", grouped)
                with { Note = $"a report: p50 {Numbers.Milliseconds(Numbers.Median(latencies))}, p99 {Numbers.Milliseconds(Numbers.Percentile(latencies, 99))}" },
            Row("accepted, classified and kept", all, "bare inserts one by one", single),
            Row("kept, classified before", kept, $"bare inserts, {Senders} a transaction", grouped),
        ];
    }

    private Figure Row(string what, List<TimeSpan> ours, string peer, List<TimeSpan> theirs)
    {
        var (our, their) = (texts.Count / Numbers.Median(ours).TotalSeconds, texts.Count / Numbers.Median(theirs).TotalSeconds);
        return new Figure(what) { Ours = $"{Numbers.Write(our)} a second", Peer = $"{peer}: {Numbers.Write(their)} a second", Ratio = our / their };
    }

    private async Task<TimeSpan> SendAsync(IReportStore store, Func<int, StoredReport> reportOf, List<double> latencies)
    {
        await using var _ = store;
        await store.PrepareAsync();
        var each = new ConcurrentBag<double>();
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < texts.Count; i = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                var added = await store.AddAsync(reportOf(i));
                each.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                if (added.Outcome != AddOutcome.Added)
                {
                    throw new InvalidOperationException($"Report {i} was there already.");
                }
            }
        })));
        var time = Stopwatch.GetElapsedTime(start);
        latencies.AddRange(each);
        return time;
    }
}
