using System.Text;
using System.Text.Json.Nodes;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Reports.Model;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;

namespace KbApi.Reports.Tests.Insights;

public sealed class InsightTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Article = """
        # Pump

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | PUMP-7001 | The pump hums loudly | Tighten the screw. |
        | PUMP-7002 | The pump leaks coolant | Replace the gasket. |
        """;

    private static readonly KnowledgeBase Knowledge = new KnowledgeBaseLoader().Load([ContentFile.InMemory("en-US/pump.md", Encoding.UTF8.GetBytes(Article))]);

    private readonly string _folder = Directory.CreateTempSubdirectory("kb-").FullName;
    private SqliteReportStore _store = null!;

    public Task InitializeAsync()
    {
        _store = new SqliteReportStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "kb.db") });
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Reports_without_an_answer_are_grouped_by_template()
    {
        var reports = new[] { "Started failed after 5 s", "Started failed after 17 s", "Stopped failed after 5 s" }
            .Select(m => SomeReport.Create(m) with { Content = new ReportContent { Message = m, Locale = "sv-SE", Product = "Pump" } });

        var gaps = GapList.Create(GapCounts.None, reports, new GapReader(Knowledge.Schemes));

        Assert.Equal(["Started failed after <n> s", "Stopped failed after <n> s"], gaps.Select(g => g.Template));
        Assert.Equal([2L, 1L], gaps.Select(g => g.Count));
        Assert.Equal([new GapCount("sv-SE", 2)], gaps[0].Locales.ToArray());
        Assert.Equal([new GapCount("Pump", 2)], gaps[0].Products.ToArray());
        Assert.Equal(["Started failed after 5 s", "Started failed after 17 s"], gaps[0].Examples.ToArray());
    }

    [Fact]
    public void A_gap_that_was_found_to_vary_keeps_the_ids_of_what_it_was_made_of()
    {
        var reader = new GapReader(Knowledge.Schemes);
        var reports = Enumerable.Range(1, 20).Select(i => SomeReport.Create($"node{i} is away")).ToList();

        var one = Assert.Single(GapList.Create(GapCounts.None, reports.Take(1), reader));
        var all = Assert.Single(GapList.Create(GapCounts.None, reports, reader));

        Assert.Equal(("<*> is away", 20), (all.Template, all.Count));
        Assert.Contains(one.Id, all.Aliases);
    }

    [Fact]
    public void The_closest_entries_say_why()
    {
        var reader = new GapReader(Knowledge.Schemes);
        var neighbours = GapNeighbours.Create(Knowledge);
        Gap Of(AskedGap asked)
        {
            var counter = new GapCounter();
            counter.Count(asked, "", SomeReport.Start);
            return Assert.Single(GapList.Create(counter.Take(), [], reader));
        }

        var code = Of(reader.ReadCode("PUMP-7003"));
        var words = Of(reader.ReadSearch("coolant everywhere"));

        Assert.Equal(new NearEntry("pump/pump-7002", NearReason.Code, "PUMP-7002"), neighbours.Find(code)[0]);
        Assert.Equal("PUMP-", neighbours.FamilyOf(code)!.Pattern);
        Assert.Equal(new NearEntry("pump/pump-7002", NearReason.Words, "coolant"), Assert.Single(neighbours.Find(words)));
    }

    [Fact]
    public async Task What_rises_is_said_to_rise()
    {
        var until = SomeReport.Start;
        var from = until.AddDays(-28);
        await _store.AddAsync([.. Enumerable.Range(0, 28).Select(day => SomeReport.Matched("pump/pump-7001", "PUMP-7001", from.AddDays(day).AddHours(1)))]);
        await _store.AddAsync([.. Enumerable.Range(0, 12).Select(i => SomeReport.Matched("pump/pump-7002", "PUMP-7002", until.AddHours(-1 - i)))]);
        var query = new TrendQuery(ReportDimension.Entry, new ReportFilter { From = from, Until = until }, until.AddDays(-7));

        var trends = await TrendReader.ReadAsync(_store, query);

        Assert.Equal([("pump/pump-7001", 28, 7, false), ("pump/pump-7002", 12, 12, true)], trends.Select(t => (t.Key, t.Count, t.Recent, t.Change.IsRising)));
        var series = await TrendReader.ReadSeriesAsync(_store, query, "pump/pump-7001", TimeSpan.FromDays(7));
        Assert.Equal(28, series.Sum(s => s.Count));
        Assert.InRange(series.Length, 4, 5);
    }

    [Fact]
    public async Task Feedback_becomes_labels_in_the_form_of_the_scorer()
    {
        var wrong = SomeReport.Matched("pump/pump-7001", "PUMP-7001");
        var right = SomeReport.Matched("pump/pump-7002", "PUMP-7002");
        var unknown = SomeReport.Create("It hisses");
        await _store.AddAsync([wrong, right, unknown]);
        await _store.AddFeedbackAsync(SomeReport.Feedback(wrong.Id, SomeReport.Start, "pump/pump-7002"));
        await _store.AddFeedbackAsync(SomeReport.Feedback(right.Id, SomeReport.Start.AddSeconds(1)) with { Helpful = true });
        await _store.AddFeedbackAsync(SomeReport.Feedback(unknown.Id, SomeReport.Start.AddSeconds(2)));

        var lines = await LabelledReports.ExportAsync(_store, Knowledge).Select(l => JsonNode.Parse(l)!).ToListAsync();

        Assert.Equal(new[] { wrong, right }.Select(r => r.Id.ToString()).Order(StringComparer.Ordinal), lines.Select(l => (string)l["id"]!));
        Assert.All(lines, l => Assert.Equal("""[{"path":"en-US/pump.md","line":6}]""", l["expected"]!.ToJsonString()));
        Assert.All(lines, l => Assert.Equal("""["en-US/pump.md"]""", l["kb"]!.ToJsonString()));
        var feedback = await EntryFeedback.ReadAsync(_store, 100);
        Assert.Equal([("pump/pump-7001", 0L, 1L), ("pump/pump-7002", 1L, 0L)], feedback.Select(f => (f.EntryId, f.Helpful, f.NotHelpful)));
        Assert.Equal(new GapCount("pump/pump-7002", 1), Assert.Single(feedback[0].RightEntries));
    }
}
