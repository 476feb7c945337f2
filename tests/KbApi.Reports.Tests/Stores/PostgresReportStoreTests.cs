using KbApi.Reports.Postgres;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;

namespace KbApi.Reports.Tests.Stores;

public sealed class PostgresReportStoreTests(PostgresFixture postgres) : ReportStoreTests, IClassFixture<PostgresFixture>
{
    protected override Task<IReportStore> CreateAsync() =>
        Task.FromResult<IReportStore>(new PostgresReportStore(new PostgresStoreOptions { Address = postgres.CreateDatabase() }));

    [SkippableFact]
    public async Task Two_that_start_at_once_make_the_tables_once()
    {
        var address = postgres.CreateDatabase();
        var replicas = Enumerable.Range(0, 8).Select(_ => new PostgresReportStore(new PostgresStoreOptions { Address = address, MaxConnections = 2 })).ToList();

        await Task.WhenAll(replicas.Select(r => Task.Run(() => r.PrepareAsync())));

        var secrets = await Task.WhenAll(replicas.Select(r => r.GetSecretAsync()));
        Assert.Single(secrets.Select(Convert.ToHexString).Distinct());
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Replicas_know_each_others_requests()
    {
        var address = postgres.CreateDatabase();
        await using var one = new PostgresReportStore(new PostgresStoreOptions { Address = address });
        await using var other = new PostgresReportStore(new PostgresStoreOptions { Address = address });

        var added = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).AddAsync(SomeReport.WithRequest($"key-{i % 10}")))));

        Assert.Equal(10, added.Count(a => a.Outcome == AddOutcome.Added));
        Assert.Equal(10, added.Select(a => a.Report.Id).Distinct().Count());
        Assert.Equal(10, await one.CountAsync(ReportFilter.All));
    }
}
