using System.Text;
using KbApi.Queue.Tests.Support;
using KbApi.Reports.Intake;
using KbApi.Server.Queue;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.Telemetry;
using NATS.Client.JetStream.Models;

namespace KbApi.Queue.Tests;

[Collection(QueueGroup.Name)]
public sealed class WorkerTests(QueueFixture fixture)
{
    [SkippableFact]
    public async Task What_is_in_the_queue_is_classified_and_stored()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        var reports = await queue.PublishAsync(250);
        await queue.PublishAsync(queue.Take("The weather is nice"));
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);

        await worker.WaitUntilAsync(queue.IsEmptyAsync);

        Assert.Equal("251", Ask(setting, "SELECT count(*) FROM kb_reports"));
        Assert.Equal("250|250", Ask(setting, "SELECT count(*), count(distinct id) FROM kb_reports WHERE verdict = 'matched' AND entry_id LIKE '%sspr-0029'"));
        Assert.Equal("1", Ask(setting, $"SELECT count(*) FROM kb_reports WHERE id = '{reports[17].Id}' AND document LIKE '%Report 17:%'"));
        var metrics = await Scrape.OfAsync(worker);
        Assert.Equal(251, metrics["kb_worker_reports_total", "kb_outcome=\"stored\""]);
        Assert.Equal(250, metrics["kb_classification_reports_total", "kb_verdict=\"matched\""]);
        Assert.Equal(0, metrics["kb_worker_redelivered_total"]);
    }

    [SkippableFact]
    public async Task Two_workers_share_a_queue_and_store_each_report_once()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        await using var one = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await using var other = await ServerProcess.StartWorkerAsync(setting.Arguments);

        await queue.PublishAsync(2000);
        await one.WaitUntilAsync(queue.IsEmptyAsync);

        Assert.Equal("2000", Ask(setting, "SELECT count(*) FROM kb_reports"));
        var shares = new[] { await Scrape.OfAsync(one), await Scrape.OfAsync(other) }.Select(m => m["kb_worker_reports_total", "kb_outcome=\"stored\""]).ToList();
        Assert.Equal(2000, shares.Sum());
        Assert.All(shares, s => Assert.True(s > 0));
    }

    [SkippableFact]
    public async Task A_report_that_is_published_twice_is_one_report()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        var report = queue.Take("It fails", key: "k");
        var again = queue.Take("It fails", key: "k");

        Assert.Equal(report.Id, (await queue.PublishAsync(report))!.Id);
        Assert.Equal(report.Id, (await queue.PublishAsync(report))!.Id);
        Assert.Equal(report.Id, (await queue.PublishAsync(again))!.Id);

        Assert.Equal(1, (await queue.LookAsync()).Pending);
    }

    [SkippableFact]
    public async Task A_report_that_is_in_the_queue_twice_is_stored_once()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        var bytes = QueuedReportDocument.Write(queue.Take("It fails"));
        await queue.PublishRawAsync(bytes);
        await queue.PublishRawAsync(bytes);
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);

        await worker.WaitUntilAsync(queue.IsEmptyAsync);

        Assert.Equal("1", Ask(setting, "SELECT count(*) FROM kb_reports"));
        var metrics = await Scrape.OfAsync(worker);
        Assert.Equal(1, metrics["kb_worker_reports_total", "kb_outcome=\"stored\""]);
        Assert.Equal(1, metrics["kb_worker_reports_total", "kb_outcome=\"duplicate\""]);
    }

    [SkippableFact]
    public async Task What_can_never_be_stored_lies_among_the_dead_letters_with_the_reason()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        var good = queue.Take("It fails");

        // PostgreSQL takes no null character. No report that was taken in has one there; a publisher of another version might.
        var refused = good with { Id = Reports.Model.ReportId.New(TimeProvider.System), Content = good.Content with { Product = "a\0b" } };
        await queue.PublishRawAsync("this is no JSON"u8.ToArray());
        await queue.PublishRawAsync("""{"schemaVersion":99}"""u8.ToArray());
        await queue.PublishRawAsync([]);
        await queue.PublishRawAsync(QueuedReportDocument.Write(refused));
        await queue.PublishRawAsync(QueuedReportDocument.Write(good));
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);

        await worker.WaitUntilAsync(queue.IsEmptyAsync);

        Assert.Equal(good.Id.ToString(), Ask(setting, "SELECT id FROM kb_reports"));
        var letters = await queue.DeadLettersAsync();
        Assert.Equal(4, letters.Count);
        Assert.Contains(letters, l => Encoding.UTF8.GetString(l.Data) == "this is no JSON" && l.Headers.Contains("Kb-Reason: It is no report", StringComparison.Ordinal));
        Assert.Contains(letters, l => l.Headers.Contains("Kb-Deliveries: 5", StringComparison.Ordinal) && l.Headers.Contains("It cannot be stored", StringComparison.Ordinal) && QueuedReportDocument.Read(l.Data).Id == refused.Id);
        Assert.Equal(4, (await Scrape.OfAsync(worker))["kb_worker_reports_total", "kb_outcome=\"dead_lettered\""]);
    }

    [SkippableFact]
    public async Task A_full_queue_refuses_and_drops_nothing()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting, options => options.MaxReports = 10);
        await queue.PublishAsync(10);

        var refused = await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.PublishAsync(queue.Take("One too many")));
        Assert.Equal(QueueTrouble.Full, refused.Reason);
        Assert.Equal(10, (await queue.LookAsync()).Pending);

        await using var worker = await ServerProcess.StartWorkerAsync([.. setting.Arguments, "--Kb:Queue:MaxReports", "10"]);
        await worker.WaitUntilAsync(queue.IsEmptyAsync);
        Assert.NotNull(await queue.PublishAsync(queue.Take("Now there is room")));
        await worker.WaitUntilAsync(queue.IsEmptyAsync);
        Assert.Equal("11", Ask(setting, "SELECT count(*) FROM kb_reports"));
    }

    [SkippableFact]
    public async Task A_worker_that_is_told_to_stop_leaves_nothing_in_hand()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        await queue.PublishAsync(1500);
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await worker.WaitUntilAsync(async () => (await Scrape.OfAsync(worker))["kb_worker_reports_total", "kb_outcome=\"stored\""] > 0);

        worker.Terminate();
        Assert.Equal(0, await worker.WaitForExitAsync());

        var left = await queue.LookAsync();
        Assert.Equal(0, left.InHand);
        Assert.Equal(1500, left.Pending + int.Parse(Ask(setting, "SELECT count(*) FROM kb_reports"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public async Task A_stream_that_is_kept_otherwise_is_left_alone()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        await queue.Connection.Context.CreateStreamAsync(new StreamConfig(setting.Name, [setting.Name + ".new"]) { Retention = StreamConfigRetention.Limits });

        var refused = await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.PublishAsync(queue.Take("It fails")));

        Assert.Equal(QueueTrouble.Unusable, refused.Reason);
    }

    [Theory]
    [InlineData("--Kb:Queue:Url", "http://localhost", "Kb:Queue:Url (KB_QUEUE) has an address that is none")]
    [InlineData("--KB_QUEUE", "", "A worker needs a queue")]
    [InlineData("--Kb:Queue:Replicas", "2", "Kb:Queue:Replicas is 1, 3 or 5")]
    [InlineData("--Kb:Queue:Name", "a.b", "Kb:Queue:Name has letters")]
    [InlineData("--Kb:Queue:CredentialsFile", "/nowhere/creds", "names the file '/nowhere/creds', which does not exist")]
    public async Task Wrong_settings_are_named_and_the_worker_does_not_start(string name, string value, string complaint)
    {
        string[] url = name is "--Kb:Queue:Url" or "--KB_QUEUE" ? [] : ["--Kb:Queue:Url", "nats://localhost:4222"];
        await using var worker = ServerProcess.Begin("worker", [.. url, name, value, "--Kb:Store", "postgres://localhost/kb"]);

        Assert.Equal(2, await worker.WaitForExitAsync());
        Assert.Contains(worker.Lines, l => l.StartsWith("crit: ", StringComparison.Ordinal) && l.Contains(complaint, StringComparison.Ordinal));
    }

    private string Ask(QueueSetting setting, string sql) => fixture.Postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], sql);
}
