using System.Globalization;
using KbApi.Queue.Tests.Support;
using KbApi.Server.Queue;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.Telemetry;

namespace KbApi.Queue.Tests;

/// <summary>Brokers and databases that go away, so each test has its own.</summary>
public sealed class OutageTests
{
    [SkippableFact]
    public async Task While_the_store_is_away_reports_stay_in_the_queue()
    {
        Skip.IfNot(QueueFixture.Reason is null, QueueFixture.Reason);
        using var postgres = PostgresServer.Start();
        await using var nats = await NatsServer.StartAsync(1);
        var setting = new QueueSetting(nats.Url, "KB_REPORTS", postgres.CreateDatabase());
        await using var queue = new QueueClient(setting);
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await queue.PublishAsync(10);
        await worker.WaitUntilAsync(queue.IsEmptyAsync);

        postgres.Stop(suddenly: true);
        await queue.PublishAsync(50);
        await worker.WaitUntilAsync(async () => (await Scrape.OfAsync(worker))["kb_worker_reports_total", "kb_outcome=\"returned\""] > 0);
        var (pending, inHand) = (await queue.LookAsync()) switch { var s => (s.Pending, s.InHand) };
        Assert.Equal(50, pending + inHand);

        postgres.Resume();
        await worker.WaitUntilAsync(queue.IsEmptyAsync);
        Assert.Equal("60", postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT count(*) FROM kb_reports"));
        Assert.Empty(await queue.DeadLettersAsync());
    }

    [SkippableFact]
    public async Task While_the_broker_is_away_nothing_is_promised_and_afterwards_all_goes_on()
    {
        Skip.IfNot(QueueFixture.Reason is null, QueueFixture.Reason);
        using var postgres = PostgresServer.Start();
        await using var nats = await NatsServer.StartAsync(1);
        var setting = new QueueSetting(nats.Url, "KB_REPORTS", postgres.CreateDatabase());
        await using var queue = new QueueClient(setting);
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await queue.PublishAsync(5);

        await nats.KillAsync(0);
        var refused = await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.PublishAsync(queue.Take("Nobody there")));
        Assert.Equal(QueueTrouble.Away, refused.Reason);
        await worker.WaitUntilAsync(async () => (await Scrape.OfAsync(worker))["kb_queue_connected"] == 0);

        nats.Start(0);
        await nats.WaitForAsync(0);
        await worker.WaitUntilAsync(async () => await PublishedAsync());
        await worker.WaitUntilAsync(queue.IsEmptyAsync);
        var stored = int.Parse(postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT count(*) FROM kb_reports"), CultureInfo.InvariantCulture);

        // The refused one may have reached the broker at its last moment; those that were acknowledged are all there.
        Assert.InRange(stored, 6, 7);

        async Task<bool> PublishedAsync()
        {
            try
            {
                return await queue.PublishAsync(queue.Take("Back again")) is not null;
            }
            catch (QueueUnavailableException)
            {
                return false;
            }
        }
    }
}
