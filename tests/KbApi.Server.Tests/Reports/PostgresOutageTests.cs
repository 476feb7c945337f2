using System.Net;
using System.Text.Json.Nodes;
using KbApi.Reports.Postgres;
using KbApi.Reports.Storage;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Reports;

/// <summary>PostgreSQL goes away and comes back while reports are sent.</summary>
public sealed class PostgresOutageTests
{
    [PostgresFact]
    public async Task What_was_acknowledged_is_kept_and_the_rest_is_told_to_wait()
    {
        using var postgres = PostgresServer.Start();
        var address = postgres.CreateDatabase();
        await using var server = await RunningServer.StartAsync(Repository.Content, b => b.Configuration["Kb:Store"] = address);
        var client = new ReportClient();
        using var stop = new CancellationTokenSource();
        var sending = client.SendAsync(server.Client, 8, stop.Token);

        foreach (var suddenly in new[] { true, false })
        {
            await WaitForAsync(() => client.Acknowledged.Count + 50, () => client.Acknowledged.Count);
            postgres.Stop(suddenly);
            await WaitForAsync(() => client.Refused + 10, () => client.Refused);
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/v1/codes/31003")).StatusCode);
            postgres.Resume();
            await WaitForAsync(() => client.Acknowledged.Count + 50, () => client.Acknowledged.Count);
        }

        await stop.CancelAsync();
        await sending;
        await client.FinishAsync(server.Client);

        Assert.Empty(client.Wrong);
        await using var store = new PostgresReportStore(new PostgresStoreOptions { Address = address });
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var report in store.ExportAsync(ReportFilter.All))
        {
            kept.Add($"/v1/reports/{report.Id}");
        }

        Assert.Superset(client.Acknowledged.Values.ToHashSet(StringComparer.Ordinal), kept);
        Assert.Equal(client.Acknowledged.Count, kept.Count);
    }

    [PostgresFact]
    public async Task A_server_that_starts_before_PostgreSQL_answers_and_keeps_reports_when_it_is_there()
    {
        using var postgres = PostgresServer.Start();
        var address = postgres.CreateDatabase();
        postgres.Stop();
        await using var server = await RunningServer.StartAsync(Repository.Content, b => b.Configuration["Kb:Store"] = address);

        using var refused = await server.PostAsync("/v1/reports", RunningServer.JsonContent(new JsonObject { ["message"] = "Event ID 31003" }));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("KBAPI-5032", (string)(await RunningServer.ReadProblemAsync(refused))["code"]!);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        postgres.Resume();
        using var created = await server.PostAsync("/v1/reports", RunningServer.JsonContent(new JsonObject { ["message"] = "Event ID 31003" }));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    private static Task WaitForAsync(Func<int> enough, Func<int> now)
    {
        var target = enough();
        return RunningServer.WaitUntilAsync(() => Task.FromResult(now() >= target), TimeSpan.FromMinutes(1));
    }

    private sealed class PostgresFactAttribute : FactAttribute
    {
        public PostgresFactAttribute() => Skip = PostgresServer.Reason;
    }
}
