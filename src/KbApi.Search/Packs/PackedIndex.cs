using KbApi.Content.Model;
using KbApi.Search.Indexing;
using KbApi.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KbApi.Search.Packs;

/// <summary>The search index of a pack.</summary>
internal static class PackedIndex
{
    public static void Write(string folder, KnowledgeBase knowledgeBase, CancellationToken cancellation)
    {
        var model = LanguageModel.Mine(knowledgeBase);
        IndexFolder.WriteModel(folder, model);
        using var directory = Open(folder);
        IndexBuilder.WriteReproducibly(directory, knowledgeBase.Articles.Items.SelectMany(a => a.Variants), model, cancellation);
    }

    public static SearchIndex Open(string folder, KnowledgeBase knowledgeBase)
    {
        var model = IndexFolder.ReadModel(folder);
        var directory = Open(folder);
        try
        {
            return new SearchIndex(knowledgeBase, directory, model);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Lucene and the readers of the model answer to damaged files with these.</summary>
    public static bool IsDamage(Exception e) =>
        e is IOException or InvalidDataException or UnauthorizedAccessException or IndexFormatTooOldException or IndexFormatTooNewException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or NullReferenceException;

    /// <summary>Nobody writes into a pack, so nobody locks it: it may lie where nothing can be written.</summary>
    private static MappedDirectory Open(string folder) => new(folder, NoLockFactory.GetNoLockFactory());
}
