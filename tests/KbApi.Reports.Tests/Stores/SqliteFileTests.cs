using System.Diagnostics;
using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Tests.Stores;

/// <summary>What can happen to a file.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-").FullName;

    private string File => Path.Combine(_folder, "sub", "kb.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_kept_is_there_when_the_file_is_opened_again()
    {
        var report = SomeReport.Create();
        byte[] secret;
        await using (var store = Open())
        {
            await store.AddAsync(report);
            secret = await store.GetSecretAsync();
        }

        await using var again = Open();
        Assert.Equal(ReportStoreTests.TextOf(report), ReportStoreTests.TextOf((await again.FindAsync(report.Id))!));
        Assert.Equal(secret, await again.GetSecretAsync());
    }

    [Fact]
    public async Task Two_that_open_one_file_at_once_make_it_once_and_both_write()
    {
        await using var one = Open();
        await using var other = Open();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).AddAsync(SomeReport.WithRequest($"key-{i / 2}")))));

        Assert.Equal(20, await one.CountAsync(ReportFilter.All));
    }

    [Fact]
    public async Task Every_write_waits_for_the_disk()
    {
        await using var store = Open();
        await store.AddAsync(SomeReport.Create());
        using var session = new SqliteFile(new SqliteStoreOptions { Path = File }).OpenWriter();

        // 2 is FULL.
        Assert.Equal(("wal", 2L, 1L), ((string)session.Scalar("PRAGMA journal_mode")!, (long)session.Scalar("PRAGMA synchronous")!, (long)session.Scalar("PRAGMA foreign_keys")!));
    }

    [SkippableFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_the_user_of_the_server_may_read_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no such modes.");
        await using var store = Open();
        await store.AddAsync(SomeReport.Create());

        Assert.All(Directory.GetFiles(Path.GetDirectoryName(File)!), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task What_is_deleted_is_in_no_byte_of_the_file_any_more()
    {
        await using var store = Open();
        var report = SomeReport.Create("An unmistakable sentence") with { Candidates = [] };
        await store.AddAsync([report, SomeReport.Create()]);
        Assert.True(Has("unmistakable"));

        await store.DeleteAsync(report.Id);

        Assert.False(Has("unmistakable"));
    }

    [Theory]
    [InlineData("This is no database, but it is long enough to be looked at as one, and for SQLite to say so.")]
    [InlineData("SQLite format 3\0and then nothing that could be one, although the file begins as databases begin, with these sixteen bytes.....")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, text);
        await using var store = Open();

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AddAsync(SomeReport.Create()));

        Assert.Equal(StoreTrouble.Unusable, refusal.Reason);
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_database_of_another_program_and_one_of_a_newer_version_are_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Execute("CREATE TABLE somebodys (id INTEGER)");
        await using (var store = Open())
        {
            Assert.Contains("another program", (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync())).Message, StringComparison.Ordinal);
        }

        System.IO.File.Delete(File);
        await using (var store = Open())
        {
            await store.PrepareAsync();
        }

        Execute("PRAGMA user_version = 999");
        await using var newer = Open();
        Assert.Contains("newer version", (await Assert.ThrowsAsync<StoreUnavailableException>(() => newer.PrepareAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await using (var store = Open())
        {
            await store.AddAsync(Enumerable.Range(0, 500).Select(i => SomeReport.Create(new string('x', 500) + i)).ToList());
        }

        await using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.Position = stream.Length / 2;
            await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, 40_000).ToArray());
        }

        await using var damaged = Open();
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => damaged.PrepareAsync());
        Assert.Equal(StoreTrouble.Unusable, refusal.Reason);
    }

    [Fact]
    public async Task A_file_that_may_grow_no_further_refuses_and_goes_on_when_there_is_room()
    {
        await using var store = new SqliteReportStore(new SqliteStoreOptions { Path = File, MaxBytes = 400_000 });
        await FillAsync(store);
    }

    /// <summary>A disk that is really full: a file system in memory of two megabytes, which root may mount.</summary>
    [SkippableFact]
    public async Task A_full_disk_loses_nothing_that_was_kept()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root may mount a small file system.");
        var mount = Path.Combine(_folder, "full");
        Directory.CreateDirectory(mount);
        Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount), "A file system can't be mounted here.");
        try
        {
            var options = new SqliteStoreOptions { Path = Path.Combine(mount, "kb.db") };
            List<ReportId> kept;
            await using (var store = new SqliteReportStore(options))
            {
                kept = await FillAsync(store, isDisk: true);
            }

            await using var again = new SqliteReportStore(options);
            foreach (var id in kept)
            {
                Assert.NotNull(await again.FindAsync(id));
            }
        }
        finally
        {
            Run("umount", mount);
        }
    }

    /// <summary>Adds until there is no room; what was acknowledged is there, and deleting makes room again.</summary>
    private static async Task<List<ReportId>> FillAsync(SqliteReportStore store, bool isDisk = false)
    {
        var kept = new List<ReportId>();
        StoreUnavailableException? full = null;
        while (full is null)
        {
            var report = SomeReport.Create(new string('x', 3000));
            try
            {
                await store.AddAsync(report);
                kept.Add(report.Id);
            }
            catch (StoreUnavailableException e)
            {
                full = e;
            }
        }

        Assert.Equal(StoreTrouble.Full, full.Reason);
        Assert.True(kept.Count > 50, $"{kept.Count}");
        foreach (var id in kept)
        {
            Assert.NotNull(await store.FindAsync(id));
        }

        Assert.Equal(kept.Count, await store.CountAsync(ReportFilter.All));
        if (!isDisk)
        {
            Assert.True(await store.DeleteAsync(kept[0]));
            Assert.Equal(AddOutcome.Added, (await store.AddAsync(SomeReport.Create(new string('x', 1000)))).Outcome);
        }

        return kept;
    }

    private SqliteReportStore Open() => new(new SqliteStoreOptions { Path = File });

    private bool Has(string text) => Directory.GetFiles(Path.GetDirectoryName(File)!).Any(f =>
    {
        using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
