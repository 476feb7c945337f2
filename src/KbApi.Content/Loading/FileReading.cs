using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace KbApi.Content.Loading;

/// <summary>Reads the documents of a load: those that were not read before.</summary>
/// <param name="context">How they are read.</param>
internal sealed class FileReading(LoadContext context)
{
    private const int FilesAtOnce = 16;

    /// <summary>What became of documents.</summary>
    /// <param name="documents">The documents, in order of their paths, each once.</param>
    /// <param name="before">What was read before and in the same way, in order of the paths.</param>
    /// <param name="progress">Told the number of files done so far, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public ImmutableArray<LoadedFile> Read(IReadOnlyList<ContentFile> documents, ImmutableArray<LoadedFile> before, IProgress<int>? progress, CancellationToken cancellation)
    {
        var loaded = new LoadedFile[documents.Count];
        var open = new List<int>();
        var (next, count) = (0, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            while (next < before.Length && string.CompareOrdinal(before[next].RelativePath, document.RelativePath) < 0)
            {
                next++;
            }

            if (next < before.Length && before[next].RelativePath == document.RelativePath && before[next].IsCurrent(document, context.Includes))
            {
                loaded[i] = before[next];
                progress?.Report(++count);
            }
            else
            {
                open.Add(i);
            }
        }

        void ReadOne(int i)
        {
            cancellation.ThrowIfCancellationRequested();
            loaded[i] = LoadedFile.Read(documents[i], context.Configuration.Reader, context.Includes, context.Options);
            progress?.Report(Interlocked.Increment(ref count));
        }

        // Where something was read before, it may be in use: a core is left to those who use it.
        var threads = before.IsEmpty ? Environment.ProcessorCount : Environment.ProcessorCount - 1;
        if (threads <= 1 || open.Count <= FilesAtOnce)
        {
            open.ForEach(ReadOne);
        }
        else
        {
            var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads };
            Parallel.ForEach(Partitioner.Create(0, open.Count, FilesAtOnce), parallel, range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    ReadOne(open[i]);
                }
            });
        }

        return [.. loaded];
    }
}
