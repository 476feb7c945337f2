using Npgsql;

namespace KbApi.Reports.Postgres;

/// <summary>Connections to PostgreSQL, and the tables there.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const int MaxTries = 3;

    private readonly NpgsqlDataSource _source;
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isPrepared;

    public PostgresDatabase(PostgresStoreOptions options)
    {
        var builder = PostgresAddress.Read(options.Address);
        builder.ApplicationName ??= "kbapi";
        builder.Timeout = Math.Max(1, (int)options.ConnectTimeout.TotalSeconds);
        builder.MaxPoolSize = options.MaxConnections;
        builder.MaxAutoPrepare = 32;

        // The server ends what takes too long; the client gives up a little later, where the server does not answer at all.
        builder.CommandTimeout = (int)options.StatementTimeout.TotalSeconds + 5;
        builder.Options = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-c statement_timeout={(long)options.StatementTimeout.TotalMilliseconds} {builder.Options}").TrimEnd();
        _source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>Does something with a connection, on tables that are there. What another transaction was in the way of is done again.</summary>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                return await work(connection, cancellation);
            }
            catch (Exception e) when (tries < MaxTries && PostgresFailure.IsConflict(e))
            {
                // Again, from the beginning.
            }
            catch (Exception e) when (PostgresFailure.IsOfServer(e))
            {
                throw PostgresFailure.ToUnavailable(e);
            }
        }
    }

    /// <summary>Makes or migrates the tables, once.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (_isPrepared)
        {
            return;
        }

        await _preparing.WaitAsync(cancellation);
        try
        {
            if (!_isPrepared)
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                await PostgresMigrator.MigrateAsync(connection, cancellation);
                _isPrepared = true;
            }
        }
        catch (Exception e) when (PostgresFailure.IsOfServer(e))
        {
            throw PostgresFailure.ToUnavailable(e);
        }
        finally
        {
            _preparing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _preparing.Dispose();
    }
}
