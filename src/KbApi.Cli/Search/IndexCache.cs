using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;

namespace KbApi.Cli.Search;

/// <summary>The person's own cache of indexes.</summary>
internal static class IndexCache
{
    /// <summary>The stored index; where nothing can be stored, one in memory.</summary>
    public static SearchIndex Open(KnowledgeBase knowledgeBase, CancellationToken cancellation)
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (root.Length == 0)
        {
            return SearchIndex.Build(knowledgeBase, cancellation);
        }

        try
        {
            return new SearchIndexStore(Path.Combine(root, "kbapi", "search")).Open(knowledgeBase, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SearchIndex.Build(knowledgeBase, cancellation);
        }
    }
}
