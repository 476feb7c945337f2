using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>Writes several things in one transaction. One that is wrong fails alone; trouble with the database fails all.</summary>
internal static class SqliteTransactions
{
    public static void Run(SqliteSession session, List<SqliteWrite> together)
    {
        together.RemoveAll(w => Skip(w));
        if (together is [{ IsAlone: true } alone])
        {
            alone.Run(session);
            alone.Complete();
            return;
        }

        if (together.Count == 0)
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        try
        {
            together.RemoveAll(w => !TryRun(session, w));
            session.Execute("COMMIT");
        }
        catch
        {
            TryRollBack(session);
            throw;
        }

        foreach (var write in together)
        {
            write.Complete();
        }
    }

    private static bool Skip(SqliteWrite write)
    {
        if (write.IsCancelled)
        {
            write.Fail(new OperationCanceledException());
        }

        return write.IsCancelled;
    }

    private static bool TryRun(SqliteSession session, SqliteWrite write)
    {
        session.Execute("SAVEPOINT one");
        try
        {
            write.Run(session);
            session.Execute("RELEASE one");
            return true;
        }
        catch (Exception e) when (e is not SqliteException sqlite || !SqliteFailure.IsOfDatabase(sqlite))
        {
            session.Execute("ROLLBACK TO one");
            session.Execute("RELEASE one");
            write.Fail(e);
            return false;
        }
    }

    private static void TryRollBack(SqliteSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Full disks and errors of disks end the transaction by themselves.
        }
    }
}
