using System.Net.Sockets;
using KbApi.Reports.Storage;
using Npgsql;

namespace KbApi.Reports.Postgres;

/// <summary>What failures of PostgreSQL mean for a store.</summary>
internal static class PostgresFailure
{
    /// <summary>Whether the same statement may succeed when it is tried again at once: another transaction was in the way.</summary>
    public static bool IsConflict(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether the trouble is the server's or the way's to it; otherwise the statement was wrong.</summary>
    public static bool IsOfServer(Exception exception) => TroubleOf(exception) is not null;

    public static StoreUnavailableException ToUnavailable(Exception exception) => new(
        TroubleOf(exception) ?? StoreTrouble.Away, exception is PostgresException postgres ? postgres.MessageText : exception.Message, exception);

    private static StoreTrouble? TroubleOf(Exception exception) => exception switch
    {
        PostgresException postgres => TroubleOf(postgres.SqlState),
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => StoreTrouble.Away,
        _ => null,
    };

    private static StoreTrouble? TroubleOf(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => StoreTrouble.Full,
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => StoreTrouble.Busy,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => StoreTrouble.Away,
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName => StoreTrouble.Unusable,
        _ when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal) => StoreTrouble.Away,
        _ when state.StartsWith("58", StringComparison.Ordinal) || state.StartsWith("XX", StringComparison.Ordinal) => StoreTrouble.Unusable,
        _ => null,
    };
}
