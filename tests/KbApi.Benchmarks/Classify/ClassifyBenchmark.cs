using System.Globalization;
using KbApi.Benchmarks.Search;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;

namespace KbApi.Benchmarks.Classify;

/// <summary>Reports a second, beside what finds the same codes and messages in the same texts: compiled regular expressions, and one vectorized search for all.</summary>
internal static class ClassifyBenchmark
{
    private const int DefaultSize = 10_000;
    private const int Reports = 2_000;

    /// <param name="arguments">How many entries to generate, any number of times, and where to take words from.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        int[] sizes = [.. arguments.Where(IsSize).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).DefaultIfEmpty(DefaultSize)];
        var words = new WordSource([.. arguments.Where(a => !IsSize(a)).DefaultIfEmpty("content")]);
        foreach (var size in sizes)
        {
            Run(new GeneratedContent(words, size), words, output);
        }
    }

    private static void Run(GeneratedContent content, WordSource words, TextWriter output)
    {
        var knowledgeBase = content.Load();
        var start = ThreadClock.Milliseconds;
        var classifier = ReportClassifier.Create(knowledgeBase);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}{content.Count} entries; prepared in {ThreadClock.Milliseconds - start:F0} ms"));
        var classify = new Reader("KbApi.Rules", Reports, text => IdOf(classifier.Classify(new ErrorReport { Message = text })));
        var codes = GeneratedReports.Of(content, words, Reports, e => "error " + GeneratedContent.CodeOf(e));
        var messages = GeneratedReports.Of(content, words, Reports, content.TitleOf);
        var expressions = new ExpressionPeer(content);
        var literals = new LiteralPeer(content);
        foreach (var (name, reports) in new[] { ("a code decides", codes), ("a message decides", messages) })
        {
            ReaderContest.Print(output, name, ReaderContest.Hold(reports, classify, literals.Reader, expressions.Reader));
        }
    }

    private static string? IdOf(ReportClassification result) => result.Candidates.IsEmpty ? null : result.Candidates[0].Entry.Id;

    private static bool IsSize(string argument) => argument.All(char.IsAsciiDigit);
}
