using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;
using KbApi.Server.Hosting;
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
    public Task<SearchIndex> Prepare(KnowledgeBase knowledgeBase) =>
        Prepare(knowledgeBase, () => SearchIndexStore.OpenOrBuild(options.Value.SearchIndexPath, knowledgeBase, _stopping.Token));

    /// <summary>Begins to open the index of content as given, unless that has been begun.</summary>
    public Task<SearchIndex> Prepare(KnowledgeBase knowledgeBase, Func<SearchIndex> open)
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

            var made = Task.Run(open, _stopping.Token);
            _indexes.AddFirst((knowledgeBase, made));
            if (_indexes.Count > Kept)
            {
                // A search that is still under way may hold it: the last to let go closes its files.
                _indexes.RemoveLast();
            }

            return made;
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
