using KbApi.Tests;
using Microsoft.Data.Sqlite;

namespace KbApi.Benchmarks.Soak;

/// <summary>Where reports are kept, and how that goes away: PostgreSQL that is stopped where there is one, else a file of SQLite that somebody locks.</summary>
internal abstract class SoakStore : IDisposable
{
    /// <summary>How long the server may need to find the store again.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    /// <summary>What the server is told.</summary>
    public abstract string Address { get; }

    /// <summary>What goes wrong.</summary>
    public abstract string Fault { get; }

    /// <param name="folder">Where a file may be.</param>
    public static SoakStore Create(string folder) => PostgresServer.Reason is null ? new Postgres() : new Sqlite(Path.Combine(folder, "reports.db"));

    /// <summary>Takes it away as the plan says, and gives it back.</summary>
    public async Task FailNowAndThenAsync(SoakPlan plan, SoakTally tally, CancellationToken stop)
    {
        for (var wait = plan.FirstFault; await WaitAsync(wait, stop); wait = plan.FaultEvery)
        {
            tally.IsStoreAway = true;
            tally.StoreWent();
            Break();
            await WaitAsync(plan.FaultLength, stop);
            Mend();
            await WaitAsync(Recovery, stop);
            tally.IsStoreAway = stop.IsCancellationRequested;
        }
    }

    public abstract void Dispose();

    protected abstract void Break();

    protected abstract void Mend();

    private static async Task<bool> WaitAsync(TimeSpan time, CancellationToken stop)
    {
        await Task.Delay(time, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return !stop.IsCancellationRequested;
    }

    private sealed class Postgres : SoakStore
    {
        private readonly PostgresServer _server = PostgresServer.Start();

        public Postgres() => Address = _server.CreateDatabase();

        public override string Address { get; }

        public override string Fault => "PostgreSQL was stopped";

        public override void Dispose() => _server.Dispose();

        protected override void Break() => _server.Stop(suddenly: true);

        protected override void Mend() => _server.Resume();
    }

    private sealed class Sqlite(string path) : SoakStore
    {
        private SqliteConnection? _lock;

        public override string Address => "sqlite:" + path;

        public override string Fault => "SQLite was locked";

        public override void Dispose() => Mend();

        protected override void Break()
        {
            _lock = new SqliteConnection($"Data Source={path};Pooling=False");
            _lock.Open();
            using var command = _lock.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            command.ExecuteNonQuery();
        }

        protected override void Mend()
        {
            _lock?.Dispose();
            _lock = null;
        }
    }
}
