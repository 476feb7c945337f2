using System.Threading.Channels;
using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>
/// One writer and some readers of one file. Writes that come at about the same time share a transaction: the disk is waited for once, and each caller
/// goes on only when it has everything.
/// </summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxTogether = 256;
    private const int MaxReaders = 4;

    private readonly SqliteFile _file;
    private readonly Channel<SqliteWrite> _writes = Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Stack<SqliteSession> _readers = [];
    private readonly SemaphoreSlim _readerSlots = new(MaxReaders);
    private readonly Task _writing;
    private SqliteSession? _writer;
    private volatile bool _isPrepared;

    public SqliteDatabase(SqliteStoreOptions options)
    {
        _file = new SqliteFile(options);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Does something within a transaction of the writer; returns when the disk has it.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        var write = new SqliteWrite<T>(work, cancellation);
        if (!_writes.Writer.TryWrite(write))
        {
            throw new StoreUnavailableException(StoreTrouble.Busy, "Too many writes wait already.");
        }

        return await write.Done.WaitAsync(cancellation);
    }

    /// <summary>Reads from one state of the file, beside the writer.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        if (!_isPrepared)
        {
            await WriteAsync(_ => true, cancellation);
        }

        await _readerSlots.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Read(work), cancellation);
        }
        finally
        {
            _readerSlots.Release();
        }
    }

    /// <summary>Takes what was deleted out of the write-ahead log too, as far as nobody reads from it.</summary>
    public Task CleanLogAsync(CancellationToken cancellation)
    {
        var write = new SqliteWrite<bool>(session => session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not null, cancellation) { IsAlone = true };
        return _writes.Writer.TryWrite(write) ? write.Done.WaitAsync(cancellation) : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing;
        for (var i = 0; i < MaxReaders; i++)
        {
            await _readerSlots.WaitAsync();
        }

        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _writer?.Dispose();
        _readerSlots.Dispose();
    }

    private T Read<T>(Func<SqliteSession, T> work)
    {
        SqliteSession? session = null;
        try
        {
            lock (_readers)
            {
                _readers.TryPop(out session);
            }

            session ??= _file.OpenReader();
            var result = work(session);
            lock (_readers)
            {
                _readers.Push(session);
            }

            return result;
        }
        catch (SqliteException e) when (SqliteFailure.IsOfDatabase(e))
        {
            session?.Dispose();
            throw SqliteFailure.ToUnavailable(e);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private async Task WriteAsync()
    {
        var together = new List<SqliteWrite>(MaxTogether);
        SqliteWrite? left = null;
        while (left is not null || await _writes.Reader.WaitToReadAsync())
        {
            together.Clear();
            if (left is not null || _writes.Reader.TryRead(out left))
            {
                together.Add(left);
                left = null;
            }

            while (together.Count < MaxTogether && together is not [{ IsAlone: true }] && _writes.Reader.TryRead(out var next))
            {
                if (next.IsAlone && together.Count > 0)
                {
                    left = next;
                    break;
                }

                together.Add(next);
            }

            Write(together);
        }
    }

    private void Write(List<SqliteWrite> together)
    {
        try
        {
            var session = PreparedWriter();
            SqliteTransactions.Run(session, together);
        }
        catch (Exception e)
        {
            // After an error of the disk nobody knows what it has; a new connection reads it from there.
            _writer?.Dispose();
            _writer = null;
            var failure = e switch
            {
                SqliteException sqlite => SqliteFailure.ToUnavailable(sqlite),
                IOException or UnauthorizedAccessException => new StoreUnavailableException(StoreTrouble.Unusable, e.Message, e),
                _ => e,
            };
            foreach (var write in together)
            {
                write.Fail(failure);
            }
        }
    }

    private SqliteSession PreparedWriter()
    {
        if (_writer is null)
        {
            _writer = _file.OpenWriter();
            _file.Prepare(_writer);
            _isPrepared = true;
        }

        return _writer;
    }
}
