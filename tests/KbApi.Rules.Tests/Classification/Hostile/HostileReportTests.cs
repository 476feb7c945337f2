using KbApi.Benchmarks.Running;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Classification.Hostile;

/// <summary>
/// Whatever a report is made of, four times as much takes about four times as long. Processor time of the thread is compared, the least of several
/// runs: what is quadratic takes sixteen times as long however busy the machine is.
/// </summary>
public sealed class HostileReportTests
{
    private const int Length = 60_000;
    private const int Factor = 4;
    private const double MostGrowth = 10;
    private const int Runs = 5;

    /// <summary>What takes less is nothing to worry about, and too little to compare.</summary>
    private const double FewestMilliseconds = 10;

    public static TheoryData<string> Shapes => [.. HostileReports.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Four_times_the_text_takes_about_four_times_as_long(string shape)
    {
        var (few, many) = (HostileReports.All[shape](Length), HostileReports.All[shape](Length * Factor));
        var (less, more) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            (less, more) = (Math.Min(less, TimeOf(few)), Math.Min(more, TimeOf(many)));
        }

        Assert.True(more < FewestMilliseconds || more < less * MostGrowth, $"{shape}: {less:F1} ms and {more:F1} ms");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Evidence_lies_inside_whatever_is_reported(string shape)
    {
        var text = HostileReports.All[shape](Length);
        var result = Classifiers.ForContent.Classify(new ErrorReport { Message = text });

        Assert.All(result.Candidates.SelectMany(c => c.Evidence), e => Assert.InRange(e.Span.End, e.Span.Start + 1, text.Length));
    }

    private static double TimeOf(string text)
    {
        var start = ThreadClock.Milliseconds;
        Classifiers.ForContent.Classify(new ErrorReport { Message = text });
        return ThreadClock.Milliseconds - start;
    }
}
