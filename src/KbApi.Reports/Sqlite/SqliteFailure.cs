using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>What SQLite's result codes mean for a store.</summary>
internal static class SqliteFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int Interrupt = 9;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int Protocol = 15;
    private const int NotADatabase = 26;

    /// <summary>Whether the trouble is the database's, and ends the transaction; otherwise one statement was wrong.</summary>
    public static bool IsOfDatabase(SqliteException exception) => exception.SqliteErrorCode is
        Busy or Locked or OutOfMemory or ReadOnly or Interrupt or IoError or Corrupt or Full or CantOpen or Protocol or NotADatabase;

    public static StoreUnavailableException ToUnavailable(SqliteException exception)
    {
        var trouble = exception.SqliteErrorCode switch
        {
            Full => StoreTrouble.Full,
            Busy or Locked or Protocol => StoreTrouble.Busy,
            Corrupt or NotADatabase or ReadOnly => StoreTrouble.Unusable,
            _ => StoreTrouble.Away,
        };
        return new StoreUnavailableException(trouble, exception.Message, exception);
    }
}
