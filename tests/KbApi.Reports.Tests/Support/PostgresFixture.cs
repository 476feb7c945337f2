namespace KbApi.Reports.Tests.Support;

/// <summary>One server for the tests that leave it alone, started when first asked for.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly Lazy<PostgresServer> _server = new(PostgresServer.Start);

    public string CreateDatabase()
    {
        Skip.IfNot(PostgresServer.Reason is null, PostgresServer.Reason);
        return _server.Value.CreateDatabase();
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
