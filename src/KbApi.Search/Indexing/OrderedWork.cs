namespace KbApi.Search.Indexing;

/// <summary>Work on other threads whose results are taken in order. Only a few are made ahead: whoever takes them may be slower than those who make them.</summary>
internal static class OrderedWork
{
    /// <summary>So many results are made ahead for each thread.</summary>
    private const int AheadOfThread = 2;

    /// <summary>What is made of each, in order.</summary>
    /// <param name="source">What it is made of; read on the thread that takes the results.</param>
    /// <param name="make">Makes one; for several threads at once.</param>
    /// <param name="parallelism">How many threads make results; one is the thread that takes them.</param>
    /// <param name="cancellation">Gives up.</param>
    public static IEnumerable<TMade> Map<T, TMade>(IEnumerable<T> source, Func<T, TMade> make, int parallelism, CancellationToken cancellation)
    {
        var ahead = new Queue<Task<TMade>>();
        try
        {
            foreach (var item in source)
            {
                cancellation.ThrowIfCancellationRequested();
                if (parallelism == 1)
                {
                    yield return make(item);
                    continue;
                }

                if (ahead.Count == parallelism * AheadOfThread)
                {
                    yield return ahead.Dequeue().GetAwaiter().GetResult();
                }

                ahead.Enqueue(Task.Run(() => make(item), cancellation));
            }

            while (ahead.Count > 0)
            {
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // What they work with is let go of behind this.
            foreach (var unfinished in ahead)
            {
                ((IAsyncResult)unfinished).AsyncWaitHandle.WaitOne();
            }
        }
    }
}
