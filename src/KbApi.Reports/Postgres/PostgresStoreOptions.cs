namespace KbApi.Reports.Postgres;

/// <summary>How reports are kept in PostgreSQL.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>The server, as <c>postgres://user:password@host:5432/database?sslmode=require</c> or as a connection string of Npgsql.</summary>
    public required string Address { get; init; }

    /// <summary>How long a statement may take. Migrations may take as long as they need.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections there are at most.</summary>
    public int MaxConnections { get; init; } = 16;
}
