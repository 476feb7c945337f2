using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;
using KbApi.Server.Hosting;
using KbApi.Server.Snapshots;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Search;

/// <summary>
/// The search index of the content being served, made in the background when content is loaded. A request that finds it unfinished waits;
/// one that began on older content searches that.
/// </summary>
internal sealed class SearchIndexes(IOptions<ServerOptions> options) : IAsyncDisposable
{
    /// <summary>The content being served, and the one before for requests that are under way.</summary>
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private readonly LinkedList<(KnowledgeBase KnowledgeBase, Task<SearchIndex> Index)> _indexes = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Begins to make the index of content, unless that has been begun.</summary>
    /// <param name="knowledgeBase">The content.</param>
    /// <param name="quiet">Where it is made when nobody waits for it, or null.</param>
    public Task<SearchIndex> Prepare(KnowledgeBase knowledgeBase, QuietThread? quiet = null) => Prepare(
        knowledgeBase,
        () => SearchIndexStore.OpenOrBuild(
            options.Value.SearchIndexPath,
            knowledgeBase,
            new IndexingOptions { MaxParallelism = quiet is null ? Environment.ProcessorCount : 1, Earlier = Latest() },
            _stopping.Token),
        quiet);

    /// <summary>Begins to open the index of content as given, unless that has been begun.</summary>
    public Task<SearchIndex> Prepare(KnowledgeBase knowledgeBase, Func<SearchIndex> open, QuietThread? quiet = null)
    {
        lock (_lock)
        {
            foreach (var (known, index) in _indexes)
            {
                if (ReferenceEquals(known, knowledgeBase) && !index.IsFaulted)
                {
                    return index;
                }
            }

            var made = quiet?.Run(open, _stopping.Token) ?? Task.Run(open, _stopping.Token);
            _indexes.AddFirst((knowledgeBase, made));
            if (_indexes.Count > Kept)
            {
                // A search that is still under way may hold it: the last to let go closes its files.
                _indexes.RemoveLast();
            }

            return made;
        }
    }

    private SearchIndex? Latest()
    {
        lock (_lock)
        {
            return _indexes.Select(i => i.Index).FirstOrDefault(i => i.IsCompletedSuccessfully)?.Result;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var (_, index) in _indexes)
        {
            try
            {
                (await index).Dispose();
            }
            catch (OperationCanceledException)
            {
                // It was never finished.
            }
        }

        _stopping.Dispose();
    }
}
