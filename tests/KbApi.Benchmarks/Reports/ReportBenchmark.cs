using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Reports.Intake;
using KbApi.Reports.Postgres;
using KbApi.Reports.Sqlite;
using KbApi.Rules.Classification;
using KbApi.Tests;

namespace KbApi.Benchmarks.Reports;

/// <summary>Reports taken in, classified and kept, beside bare inserts of the same rows into the same engine, in turn on the same machine.</summary>
internal sealed class ReportBenchmark : IBenchmark
{
    private const int Entries = 1000;

    public string Name => "reports";

    public string Title => "Reports";

    public string Arguments => "[COUNT] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(40);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var count = run.Count(200, 5_000);
        var words = new WordSource(run.Paths);
        var content = new GeneratedContent(words, Entries);
        var classifier = ReportClassifier.Create(content.Load());
        var intake = new ReportIntake(new Pseudonymizer(new byte[Pseudonymizer.SecretLength]), TimeProvider.System);
        var texts = GeneratedReports.Of(content, words, count, i => "error " + GeneratedContent.CodeOf(i)).ConvertAll(r => r.Text);
        var contest = new StoreContest(texts, run.Pick(1, 3), (text, i) => intake.Take(new ReportSubmission(new() { Message = text }) { IdempotencyKey = Numbers.Count(i) }, classifier, "benchmark").Report);

        using var folder = new TempFolder();
        string File(string name) => Path.Combine(folder.Path, name);
        var tables = new List<FigureTable>
        {
            new("in SQLite", await contest.HoldAsync(
                round => new SqliteReportStore(new SqliteStoreOptions { Path = File($"{round}.db") }),
                (rows, perTransaction, round) => Task.Run(() => BareSqlite.Insert(File($"bare-{round}-{perTransaction}.db"), rows, perTransaction)))),
        };
        if (PostgresServer.Reason is { } reason)
        {
            tables.Add(new FigureTable("in PostgreSQL", [Figure.NotMeasured("accepted, classified and kept", reason.TrimEnd('.'))]));
            return tables;
        }

        run.Progress.WriteLine("  in PostgreSQL");
        using var server = PostgresServer.Start();
        tables.Add(new FigureTable("in PostgreSQL", await contest.HoldAsync(
            _ => new PostgresReportStore(new PostgresStoreOptions { Address = server.CreateDatabase() }),
            (rows, perTransaction, _) => BarePostgres.InsertAsync(server.CreateDatabase(), rows, perTransaction))));
        return tables;
    }
}
