using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Classify;

/// <summary>Something that says which entry a text is about.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Most">So many texts of a round it is given: what is slow is given few.</param>
/// <param name="Find">The end of the entry's id, or null.</param>
/// <param name="Share">The share of the work that it does: what would take too long to prepare for all entries is prepared for some.</param>
internal sealed record Reader(string Name, int Most, Func<string, string?> Find, double Share = 1);

/// <summary>How a reader did.</summary>
internal sealed record ReaderStanding(string Name, double Microseconds, double Right, double Garbage, bool IsPart);

/// <summary>Gives readers the same texts in turn, a round each, on one thread.</summary>
internal static class ReaderContest
{
    public static List<ReaderStanding> Hold(IReadOnlyList<GeneratedReport> reports, int warmUps, int rounds, params Reader[] readers)
    {
        var times = readers.Select(_ => new List<double>()).ToArray();
        var rights = new double[readers.Length];
        var garbage = new double[readers.Length];
        for (var round = 0; round < warmUps + rounds; round++)
        {
            foreach (var (i, reader) in readers.Index())
            {
                var given = reports.Take(reader.Most).ToList();
                GC.Collect();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var start = ThreadClock.Milliseconds;
                var right = given.Count(r => reader.Find(r.Text)?.EndsWith(GeneratedContent.CodeOf(r.Entry), StringComparison.OrdinalIgnoreCase) == true);
                times[i].Add((ThreadClock.Milliseconds - start) * 1000 / given.Count / reader.Share);
                garbage[i] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / given.Count;
                rights[i] = (double)right / given.Count;
            }
        }

        return [.. readers.Select((r, i) => new ReaderStanding(r.Name, Numbers.Median(times[i].Skip(warmUps)), rights[i], garbage[i], r.Share < 1))];
    }
}
