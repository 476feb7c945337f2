using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Search;

namespace KbApi.Benchmarks.Growth;

/// <summary>One size, in a process of its own: what was measured before is in nobody's way, and a size that there is no memory for ends alone.</summary>
internal static class GrowthStep
{
    /// <summary>What starts it.</summary>
    public const string Verb = "growth-step";

    /// <summary>The percentage of the machine's memory that its heap may have, in hexadecimal digits as the runtime reads them.</summary>
    private const string MostOfMemory = "32";
    private const int WarmUpEntries = 1_000;
    private const int LookUps = 200_000;
    private const int Searches = 300;
    private const int Reports = 500;

    /// <summary>Measures in another process; null where it ended without figures, most likely for want of memory.</summary>
    public static GrowthFigures? Start(int entries, IReadOnlyList<string> paths)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "KbApi.Benchmarks.dll"), Verb, entries.ToString(CultureInfo.InvariantCulture), .. paths])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // It is to end by itself before the system ends it, or something else, for want of memory.
        start.Environment["DOTNET_GCHeapHardLimitPercent"] = MostOfMemory;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<GrowthFigures>(printed) : null;
    }

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var words = new WordSource([.. arguments.Skip(1)]);
        var entries = int.Parse(arguments[0], CultureInfo.InvariantCulture);

        // So that the large size is not measured with code that is compiled and the small one with code that is not.
        Measure(words, Math.Min(entries, WarmUpEntries));
        output.WriteLine(JsonSerializer.Serialize(Measure(words, entries)));
        return 0;
    }

    private static GrowthFigures Measure(WordSource words, int entries)
    {
        var content = new GeneratedContent(words, entries);
        var before = Live();
        var (knowledgeBase, reading, markdown) = Read(content);
        var model = Live();
        var codeIndex = Timed(() => new CodeIndex(knowledgeBase.Articles.Items.SelectMany(a => a.Variants).SelectMany(a => a.Entries), knowledgeBase.Schemes)).Milliseconds;
        using var folder = new TemporaryFolder();
        var building = Timed(() => { folder.Open(knowledgeBase).Dispose(); return 0; }).Milliseconds;
        var withoutIndex = Live();
        using var index = folder.Open(knowledgeBase);
        var search = Ask(content, index);
        var withIndex = Live();
        var (classifier, classifying) = Timed(() => ReportClassifier.Create(knowledgeBase));
        var withClassifier = Live();
        var figures = new GrowthFigures
        {
            Entries = entries,
            Markdown = markdown,
            Reading = reading,
            CodeIndex = codeIndex,
            SearchIndex = building,
            Classifier = classifying,
            LookUp = LookUp(knowledgeBase, entries),
            Search = search,
            ClassifyCode = Classify(classifier, GeneratedReports.Of(content, words, Reports, e => "error " + GeneratedContent.CodeOf(e))),
            ClassifyMessage = Classify(classifier, GeneratedReports.Of(content, words, Reports, content.TitleOf)),
            ModelBytes = model - before,
            IndexBytes = withIndex - withoutIndex,
            IndexOnDisk = folder.IndexLength,
            ClassifierBytes = withClassifier - withIndex,
            PeakWorkingSet = Peak(),
        };
        GC.KeepAlive(knowledgeBase);
        return figures;
    }

    /// <summary>The bytes of the documents are let go of behind it.</summary>
    private static (KnowledgeBase KnowledgeBase, double Milliseconds, long Bytes) Read(GeneratedContent content)
    {
        var files = content.Files();
        var (knowledgeBase, milliseconds) = Timed(() => GeneratedContent.Load(files));
        return (knowledgeBase, milliseconds, files.Sum(f => f.Length));
    }

    private static double Ask(GeneratedContent content, SearchIndex index)
    {
        var search = new OwnSearch(index);
        var questions = content.Questions().Take(Searches * 2).ToList();
        questions.ForEach(q => search.Find(q.Words, isUnfinished: false));
        var asked = questions.Skip(questions.Count / 2).ToList();
        return Microseconds(() => asked.ForEach(q => search.Find(q.Words, isUnfinished: false)), asked.Count);
    }

    private static double LookUp(KnowledgeBase knowledgeBase, int entries)
    {
        string[] codes = [.. Enumerable.Range(0, LookUps).Select(i => GeneratedContent.CodeOf((int)(i * 7919L % entries)).Replace('-', ' ').ToLowerInvariant())];
        void Find()
        {
            foreach (var code in codes)
            {
                knowledgeBase.Codes.Find(code);
            }
        }

        Find();
        return Microseconds(Find, codes.Length);
    }

    private static double Classify(ReportClassifier classifier, List<GeneratedReport> reports)
    {
        void All() => reports.ForEach(r => classifier.Classify(new ErrorReport { Message = r.Text }));
        All();
        return Microseconds(All, reports.Count);
    }

    private static double Microseconds(Action action, int count)
    {
        var start = ThreadClock.Milliseconds;
        action();
        return (ThreadClock.Milliseconds - start) * 1000 / count;
    }

    /// <summary>Processor time of all threads, those that collect garbage included: what else runs on the machine matters little.</summary>
    private static (T Value, double Milliseconds) Timed<T>(Func<T> make)
    {
        var start = Environment.CpuUsage.TotalTime;
        var value = make();
        return (value, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
