using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;

namespace KbApi.Benchmarks.Classify;

/// <summary>Whether scores are probabilities: of the candidates with a score of 0.8, eight of ten have to be right.</summary>
/// <remarks>
/// Every fifth document in turn is left out of the knowledge base, and reports are made of all: those about entries that were left out have no right
/// answer. What is fitted is fitted on the other four parts.
/// </remarks>
internal static class CalibrationReport
{
    private const int Parts = 5;
    private const int Bins = 10;

    /// <param name="paths">Documents to make reports of.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var files = ContentFiles(paths);
        var whole = new KnowledgeBaseLoader().Load([.. files]);
        string[] articles = [.. whole.Articles.Items.Select(a => a.Id).Order(StringComparer.Ordinal)];
        var answers = Enumerable.Range(0, Parts).Select(part => AnswersWithout(part, whole, articles, files)).ToList();
        Print("all", [.. answers.SelectMany(a => a)], output);
        foreach (var tier in Enum.GetValues<SignalTier>())
        {
            var ofTier = answers.ConvertAll(p => p.FindAll(a => a.Tier == tier));
            List<Answer> fitted = [];
            for (var part = 0; part < Parts; part++)
            {
                var curve = LogisticCurve.Fit([.. ofTier.Where((_, i) => i != part).SelectMany(a => a).Select(a => (a.Score, a.IsRight))]);
                fitted.AddRange(ofTier[part].Select(a => a with { Score = curve.Of(a.Score) }));
            }

            Print(tier.ToString(), [.. ofTier.SelectMany(a => a)], output);
            Print("  fitted, crosswise", fitted, output);
            var all = LogisticCurve.Fit([.. ofTier.SelectMany(a => a).Select(a => (a.Score, a.IsRight))]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    fitted on all: {all.Offset:F2} + {all.Slope:F2} · logit(score)"));
        }
    }

    private static List<ContentFile> ContentFiles(IReadOnlyCollection<string> paths) => [.. paths.SelectMany(p => Directory.Exists(p)
        ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => ContentFile.InMemory(Path.GetRelativePath(p, f).Replace('\\', '/'), File.ReadAllBytes(f)))
        : [ContentFile.InMemory(Path.GetFileName(p), File.ReadAllBytes(p))]).DistinctBy(f => f.Path)];

    private static List<Answer> AnswersWithout(int part, KnowledgeBase whole, string[] articles, List<ContentFile> files)
    {
        var left = articles.Where((_, i) => i % Parts == part).ToHashSet(StringComparer.Ordinal);
        var leftPaths = whole.Articles.Items.Where(a => left.Contains(a.Id)).SelectMany(a => a.Variants).Select(v => v.Text.Path).ToHashSet(StringComparer.Ordinal);
        var classifier = ReportClassifier.Create(new KnowledgeBaseLoader().Load([.. files.Where(f => !leftPaths.Contains(f.Path))]));
        var answers = new List<Answer>();
        foreach (var (text, entry) in NoisyReports.Of(whole, seed: (ulong)part + 1).Where(r => !string.IsNullOrWhiteSpace(r.Text)))
        {
            var result = classifier.Classify(new ErrorReport { Message = text });
            answers.AddRange(result.Candidates.Take(1).Select(c => new Answer(c.Tier, c.Score, c.Entry.Id == entry)));
        }

        return answers;
    }

    private static void Print(string what, List<Answer> answers, TextWriter output)
    {
        if (answers.Count == 0)
        {
            return;
        }

        var brier = answers.Average(a => Math.Pow(a.Score - (a.IsRight ? 1 : 0), 2));
        var bins = answers.GroupBy(a => Math.Min((int)(a.Score * Bins), Bins - 1)).OrderBy(g => g.Key)
            .Select(g => (Count: g.Count(), Score: g.Average(a => a.Score), Right: g.Average(a => a.IsRight ? 1.0 : 0))).ToList();
        var error = bins.Sum(b => b.Count * Math.Abs(b.Score - b.Right)) / answers.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {answers.Count} answers, {answers.Average(a => a.IsRight ? 1.0 : 0):F3} right, ECE {error:F3}, Brier {brier:F3}"));
        output.WriteLine("    " + string.Join("  ", bins.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Score:F2}→{b.Right:F2} ({b.Count})"))));
    }

    private sealed record Answer(SignalTier Tier, double Score, bool IsRight);
}
