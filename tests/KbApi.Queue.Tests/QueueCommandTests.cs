using System.Text.Json.Nodes;
using KbApi.Cli.Tests;
using KbApi.Queue.Tests.Support;
using KbApi.Reports.Intake;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Queue.Tests;

/// <summary><c>kb queue</c> on brokers, workers and a database.</summary>
[Collection(QueueGroup.Name)]
public sealed class QueueCommandTests(QueueFixture fixture)
{
    [SkippableFact]
    public async Task What_waits_is_told_and_settings_of_the_queue_stay()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        await queue.PublishAsync(3);

        var (code, text, _) = await RunAsync(setting, "status");
        var (_, json, _) = await RunAsync(setting, "status", "--format", "json");

        Assert.Equal(0, code);
        Assert.StartsWith("Waiting: 3, the oldest for ", text, StringComparison.Ordinal);
        Assert.Equal((3, 0), ((int)JsonNode.Parse(json)!["pending"]!, (int)JsonNode.Parse(json)!["deadLetters"]!));
        var stream = await queue.Connection.Context.GetStreamAsync(setting.Name);
        Assert.Equal(QueueSetting.MaxBytes, stream.Info.Config.MaxBytes);
    }

    [SkippableFact]
    public async Task Dead_letters_are_listed_shown_given_to_workers_again_and_dropped()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        var report = queue.Take("Error SSPR_0029 was shown");
        await queue.PublishRawAsync("this is no JSON"u8.ToArray());
        await queue.PublishRawAsync([0xFF, 0xFE]);
        await using (var worker = await ServerProcess.StartWorkerAsync(setting.Arguments))
        {
            await worker.WaitUntilAsync(queue.IsEmptyAsync);
        }

        // As a worker of an older version would have put it aside: it can be stored now.
        await queue.Connection.Context.PublishAsync(
            queue.Connection.DeadSubject, QueuedReportDocument.Write(report), headers: new() { ["Kb-Reason"] = "It cannot be stored: Mended", ["Kb-Deliveries"] = "5", ["Kb-Sequence"] = "9" });
        var (listed, list, _) = await RunAsync(setting, "list");
        var (_, shown, _) = await RunAsync(setting, "show", "3");
        var (_, text, _) = await RunAsync(setting, "show", "1");
        var (_, bytes, _) = await RunAsync(setting, "show", "2");

        Assert.Equal(1, listed);
        Assert.Equal(["It is no report", "It is no report", "It cannot be stored"], list.TrimEnd().Split('\n').Select(l => l[32..].Split(':')[0]));
        var letter = JsonNode.Parse(shown)!;
        Assert.Equal((3, "It cannot be stored: Mended", 5, 9), ((int)letter["number"]!, (string)letter["reason"]!, (int)letter["deliveries"]!, (int)letter["sequence"]!));
        Assert.Equal(report.Id.ToString(), (string)letter["report"]!["id"]!);
        Assert.Equal(("this is no JSON", "//4="), ((string)JsonNode.Parse(text)!["text"]!, (string)JsonNode.Parse(bytes)!["base64"]!));

        Assert.Equal((0, "Put back into the queue: 1\n", ""), await RunAsync(setting, "replay", "3"));
        Assert.Equal((1, "Dropped dead letters: 1\n", "kb: There is no dead letter 3; kb queue list shows those that there are.\n"), await RunAsync(setting, "drop", "3", "1"));
        Assert.Equal((0, "Dropped dead letters: 1\n", ""), await RunAsync(setting, "drop", "--all"));
        Assert.Equal((0, "", "There are no dead letters.\n"), await RunAsync(setting, "list"));
        await using var mended = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await mended.WaitUntilAsync(queue.IsEmptyAsync);
        Assert.Equal(report.Id.ToString(), fixture.Postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT id FROM kb_reports"));
    }

    [SkippableFact]
    public async Task A_letter_that_is_given_to_workers_twice_is_stored_once()
    {
        var setting = fixture.Create();
        await using var queue = new QueueClient(setting);
        await queue.PublishAsync(1);
        var bytes = QueuedReportDocument.Write(queue.Take("It fails"));
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        for (var i = 0; i < 2; i++)
        {
            await queue.Connection.Context.PublishAsync(queue.Connection.DeadSubject, bytes);
            Assert.Equal(0, (await RunAsync(setting, "replay", "--all")).ExitCode);
        }

        await worker.WaitUntilAsync(queue.IsEmptyAsync);

        Assert.Equal("2", fixture.Postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT count(*) FROM kb_reports"));
    }

    [SkippableFact]
    public async Task Queues_and_brokers_that_are_not_there_are_told_with_what_to_do()
    {
        var setting = fixture.Create();

        var (noQueue, _, unknown) = await RunAsync(setting, "status");
        var (away, _, nobody) = await RunAsync(setting with { Url = "nats://127.0.0.1:1" }, "list");
        var (wrong, _, usage) = await RunAsync(setting, "drop");

        Assert.Equal((2, 2, 2), (noQueue, away, wrong));
        Assert.StartsWith($"kb: There is no queue {setting.Name} at {setting.Url}; name it with --name", unknown, StringComparison.Ordinal);
        Assert.StartsWith("kb: The brokers at nats://127.0.0.1:1 do not answer: ", nobody, StringComparison.Ordinal);
        Assert.StartsWith("kb: Give the numbers of dead letters, or --all.\n", usage, StringComparison.Ordinal);
        Assert.Equal((2, "", "kb: There is no queue; name the brokers with --queue or KB_QUEUE.\n"), await TestTerminal.RunAsync("queue", "list"));
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(QueueSetting setting, string command, params string[] more) =>
        TestTerminal.RunAsync(["queue", command, .. more, "--queue", setting.Url, "--name", setting.Name]);
}
