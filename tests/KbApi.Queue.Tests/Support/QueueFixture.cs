namespace KbApi.Queue.Tests.Support;

/// <summary>One broker and one PostgreSQL for the tests that leave them alone, started when first asked for.</summary>
public sealed class QueueFixture : IAsyncLifetime
{
    private NatsServer? _nats;
    private PostgresServer? _postgres;
    private int _queues;

    /// <summary>Why there can be neither, or null.</summary>
    public static string? Reason => NatsServer.Reason ?? PostgresServer.Reason;

    internal NatsServer Nats => _nats!;

    internal PostgresServer Postgres => _postgres!;

    public async Task InitializeAsync()
    {
        if (Reason is null)
        {
            _postgres = PostgresServer.Start();
            _nats = await NatsServer.StartAsync(1);
        }
    }

    public async Task DisposeAsync()
    {
        if (_nats is not null)
        {
            await _nats.DisposeAsync();
        }

        _postgres?.Dispose();
    }

    /// <summary>The settings of a queue and a store of a test's own.</summary>
    internal QueueSetting Create()
    {
        Skip.IfNot(Reason is null, Reason);
        return new QueueSetting(Nats.Url, "T" + Interlocked.Increment(ref _queues), Postgres.CreateDatabase());
    }
}

[CollectionDefinition(Name)]
public sealed class QueueGroup : ICollectionFixture<QueueFixture>
{
    public const string Name = "queue";
}
