using System.Globalization;
using KbApi.Queue.Tests.Support;
using Xunit.Abstractions;

namespace KbApi.Queue.Tests;

/// <summary>
/// Reports through three brokers, two API replicas, two workers and PostgreSQL, while one of each is killed. 2,000 of them; as many as KB_QUEUE_REPORTS
/// says where that is set (docs/scale.md).
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("KB_QUEUE_REPORTS"), CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    [SkippableFact]
    public async Task Every_acknowledged_report_is_stored_exactly_once_whatever_is_killed()
    {
        Skip.IfNot(QueueFixture.Reason is null, QueueFixture.Reason);
        using var postgres = PostgresServer.Start();
        await using var nats = await NatsServer.StartAsync(3);
        var setting = new QueueSetting(nats.Url, "KB_REPORTS", postgres.CreateDatabase());
        string[] arguments = [.. setting.Arguments, "--Kb:Queue:AckWait", "00:00:05", "--Logging:LogLevel:Default", "Warning"];
        await using var fleet = new Fleet(arguments);
        await fleet.StartAsync();
        await using var queue = new QueueClient(setting);
        var sender = new ReportSender(fleet);

        await sender.SendAsync(Count, async progress =>
        {
            switch (progress)
            {
                case 1: await nats.KillAsync(0); break;
                case 2: await fleet.KillWorkerAsync(0); break;
                case 3: await fleet.KillApiAsync(0); break;
                case 4: nats.Start(0); break;
                case 5: postgres.Stop(suddenly: true); break;
                case 6: postgres.Resume(); break;
                case 7: await fleet.RestartAsync(); break;
            }
        });
        await nats.WaitForAsync(0);
        await fleet.Worker(1).WaitUntilAsync(queue.IsEmptyAsync);

        var stored = postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT id || ' ' || (document::json -> 'content' ->> 'message') FROM kb_reports")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count} reports: {sender.Acknowledged.Count} acknowledged, {sender.Refused.Count} refused, {sender.Repeated} requests repeated, {stored.Count} stored, {sender.Elapsed.TotalSeconds:F1} s to send"));
        var byId = stored.ToLookup(r => r[0], StringComparer.Ordinal);
        var byNumber = stored.ToLookup(r => ReportSender.NumberOf(r[1]));

        Assert.All(sender.Acknowledged, a => Assert.Equal(ReportSender.MessageOf(a.Key), Assert.Single(byId[a.Value])[1]));
        Assert.All(byNumber, n => Assert.Single(n));
        Assert.Equal(Count, sender.Acknowledged.Count + sender.Refused.Count);
        Assert.All(sender.Refused, r => Assert.True(r.Value is "503" or "connection"));
        Assert.Empty(await queue.DeadLettersAsync());
        Assert.True(sender.Acknowledged.Count > Count / 2, "Most reports are acknowledged in spite of all.");
    }
}
