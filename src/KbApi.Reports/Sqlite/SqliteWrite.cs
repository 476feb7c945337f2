namespace KbApi.Reports.Sqlite;

/// <summary>Something to be written, and somebody who waits for it.</summary>
internal abstract class SqliteWrite(CancellationToken cancellation)
{
    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Whether it can't be done within a transaction.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Does it; the result is told by <see cref="Complete"/>, when the disk has it.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>It is written.</summary>
    public abstract void Complete();

    /// <summary>It is not written.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class SqliteWrite<T>(Func<SqliteSession, T> work, CancellationToken cancellation) : SqliteWrite(cancellation)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Run(SqliteSession session) => _result = work(session);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}
