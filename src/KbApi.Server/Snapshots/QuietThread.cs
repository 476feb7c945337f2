using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace KbApi.Server.Snapshots;

/// <summary>
/// One thread for work that nobody waits for: it takes one core at most, and only as far as requests leave it. What is given to it is done in turn.
/// </summary>
internal sealed class QuietThread : IDisposable
{
    /// <summary>A tenth of the weight that other threads have, as Linux counts.</summary>
    private const int Niceness = 10;
    private const int OfThread = 0;

    private readonly BlockingCollection<Action> _work = [];
    private readonly Lazy<Thread> _thread;

    public QuietThread() => _thread = new(() =>
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "kb-quiet", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return thread;
    });

    /// <summary>Does some work when that before it is done.</summary>
    public Task<T> Run<T>(Func<T> work, CancellationToken cancellation)
    {
        _ = _thread.Value;
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(() => Complete(done, work, cancellation), CancellationToken.None);
        }
        catch (InvalidOperationException) when (_work.IsAddingCompleted)
        {
            // The server stops.
            done.SetCanceled(CancellationToken.None);
        }

        return done.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whoever awaits the work gets it.")]
    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            done.SetCanceled(cancellation);
            return;
        }

        try
        {
            done.SetResult(work());
        }
        catch (OperationCanceledException e)
        {
            done.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private void Work()
    {
        BecomeNice();
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }

    /// <summary>The runtime's priorities of threads mean nothing to Linux.</summary>
    private static void BecomeNice()
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = SetPriority(OfThread, 0, Niceness);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                // It works as others do then.
            }
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
