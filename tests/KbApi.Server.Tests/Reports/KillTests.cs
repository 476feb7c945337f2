using System.Globalization;
using System.Net;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;
using KbApi.Server.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace KbApi.Server.Tests.Reports;

/// <summary>
/// Kills a real server again and again while reports are sent to it. KB_KILL_ROUNDS says how often: a few times in every run,
/// and as often as one has patience for with <c>KB_KILL_ROUNDS=200 dotnet test tests/KbApi.Server.Tests --filter KillTests</c>.
/// </summary>
public sealed class KillTests
{
    private const int UsualRounds = 5;
    private const int Senders = 8;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("KB_KILL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : UsualRounds;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_is_kept_twice()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "kb.db");
        var client = new ReportClient();
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            using var server = await ServerProcess.StartAsync(Repository.Content, "--Kb:Store", file);
            await CheckAsync(server.Client, client);
            using var stop = new CancellationTokenSource();
            var before = client.Acknowledged.Count;
            var sending = client.SendAsync(server.Client, Senders, stop.Token);
            var enough = before + random.Next(1, 200);
            await RunningServer.WaitUntilAsync(() => Task.FromResult(client.Acknowledged.Count >= enough), patience: TimeSpan.FromMinutes(1));
            server.Kill();
            await stop.CancelAsync();
            await sending;
        }

        using (var last = await ServerProcess.StartAsync(Repository.Content, "--Kb:Store", file))
        {
            await client.FinishAsync(last.Client);
            await CheckAsync(last.Client, client);
            last.Kill();
        }

        Assert.Empty(client.Wrong);
        Assert.Equal("ok", await IntegrityAsync(file));
        await using var store = new SqliteReportStore(new SqliteStoreOptions { Path = file });
        Assert.Equal(client.Acknowledged.Count, await store.CountAsync(ReportFilter.All));
    }

    private static async Task CheckAsync(HttpClient server, ReportClient client)
    {
        foreach (var location in client.Acknowledged.Values)
        {
            using var response = await server.GetAsync(new Uri(location, UriKind.Relative));
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{location} was acknowledged, and now: {(int)response.StatusCode}");
        }
    }

    private static async Task<string?> IntegrityAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync();
    }
}
