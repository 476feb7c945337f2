using System.Globalization;
using KbApi.Benchmarks.Search;
using KbApi.Content.Loading;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Classification.Hostile;

namespace KbApi.Benchmarks.Classify;

/// <summary>How long a megabyte of anything takes, and a quarter of it: a ratio near four is linear.</summary>
internal static class HostileReportBenchmark
{
    private const int Length = 1_000_000;
    private const int Factor = 4;
    private const int Runs = 5;

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var classifier = ReportClassifier.Create(new KnowledgeBaseLoader().Load(paths));
        output.WriteLine("processor time of a quarter of a megabyte and of a megabyte, the least of several runs");
        foreach (var (name, create) in HostileReports.All)
        {
            var (few, many) = (create(Length / Factor), create(Length));
            var (less, more) = (double.MaxValue, double.MaxValue);
            for (var run = 0; run < Runs; run++)
            {
                (less, more) = (Math.Min(less, TimeOf(classifier, few)), Math.Min(more, TimeOf(classifier, many)));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-40} {less,8:F1} ms {more,8:F1} ms  ratio {more / less:F1}"));
        }
    }

    private static double TimeOf(ReportClassifier classifier, string text)
    {
        var start = ThreadClock.Milliseconds;
        classifier.Classify(new ErrorReport { Message = text });
        return ThreadClock.Milliseconds - start;
    }
}
