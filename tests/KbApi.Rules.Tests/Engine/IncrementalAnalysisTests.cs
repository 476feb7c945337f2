using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Tests.Engine;

public class IncrementalAnalysisTests
{
    private static readonly ImmutableArray<string> Names = ["en-US/a.md", "sv-SE/a.md", "en-US/b.md", "sv-SE/b.md", "en-US/part.md", "schemes.yaml"];

    private static readonly ImmutableArray<string> Texts =
    [
        "# T\n\n| Code | Symptom |\n| --- | --- |\n| PRN_0001 | It takes 5 minutes. |\n| PRN_0002 | It is offline.\n",
        "# T\n\n| Code | Symptom |\n| --- | --- |\n| PRN_0001 | It takes 7 minutes. |\n",
        "# T\n\n[!INCLUDE [p](part.md)]\n\nSee [this](#nowhere).\n\n## PRN_0003: It burns\n\n**Resolution:** Leave.\n",
        "<!-- kb-disable KB1020 -- generated -->\n\n# T\n\n| A | B |\n| --- | --- |\n| x | y\n",
        "schemes:\n  - id: printer\n    title: Printer\n    patterns: [PRN_####]\n",
        "",
    ];

    [SeededProperty(MaxTest = 10)]
    public Property Change_by_change_it_finds_what_a_run_over_everything_finds() => Prop.ForAll(Changes(), changes =>
    {
        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, SeverityOptions.Default);
        var analysis = new IncrementalAnalysis(driver);
        var loader = new KnowledgeBaseLoader();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in changes)
        {
            files[Names[name]] = Texts[text];
            var content = files.Where(f => f.Value.Length > 0).Select(f => ContentFile.InMemory(f.Key, Encoding.UTF8.GetBytes(f.Value))).ToList();
            Assert.Equal(Words(driver.Analyze(new KnowledgeBaseLoader().Load(content))), Words(analysis.Analyze(loader.Load(content))));
        }
    });

    [Fact]
    public void An_article_is_looked_at_again_when_its_text_changes_and_only_then()
    {
        var counter = new Counter(seesAll: false);
        Assert.Equal([2, 2, 3], Run(counter));
    }

    [Fact]
    public void An_analyzer_that_asks_for_all_content_is_asked_again_at_every_change()
    {
        var counter = new Counter(seesAll: true);
        Assert.Equal([2, 4, 6], Run(counter));
    }

    private static List<int> Run(Counter counter)
    {
        var analysis = new IncrementalAnalysis(new AnalyzerDriver([counter], SeverityOptions.Default));
        var loader = new KnowledgeBaseLoader();
        var counts = new List<int>();
        foreach (var text in new[] { "# A", "# A", "# B" })
        {
            analysis.Analyze(loader.Load([ContentFile.InMemory("en-US/a.md", Encoding.UTF8.GetBytes(text)), ContentFile.InMemory("en-US/b.md", "# Same"u8.ToArray())]));
            counts.Add(counter.Count);
        }

        return counts;
    }

    private static IEnumerable<string> Words(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Select(d => d.ToString(CultureInfo.InvariantCulture));

    private static Arbitrary<(int Name, int Text)[]> Changes() =>
        (from name in Gen.Choose(0, Names.Length - 1) from text in Gen.Choose(0, Texts.Length - 1) select (name, text)).ArrayOf().Resize(10).ToArbitrary();

    private sealed class Counter(bool seesAll) : ContentAnalyzer
    {
        private int _count;

        public int Count => _count;

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(c =>
        {
            Interlocked.Increment(ref _count);
            _ = seesAll ? c.KnowledgeBase : null;
        });
    }
}
