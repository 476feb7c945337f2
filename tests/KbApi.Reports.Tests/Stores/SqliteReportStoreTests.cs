using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Tests.Stores;

public sealed class SqliteReportStoreTests : ReportStoreTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-").FullName;

    protected override Task<IReportStore> CreateAsync() =>
        Task.FromResult<IReportStore>(new SqliteReportStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "kb.db") }));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
