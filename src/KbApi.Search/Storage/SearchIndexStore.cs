using KbApi.Content.Model;
using KbApi.Search.Indexing;
using Lucene.Net.Index;

namespace KbApi.Search.Storage;

/// <summary>
/// Keeps indexes in a folder, each under a hash of what it was made of, so that a program that starts again finds its index. Several
/// programs may use the folder at once: an index is written beside and moved into place when it is complete.
/// </summary>
/// <param name="folder">The folder; made where it does not exist.</param>
public sealed class SearchIndexStore(string folder)
{
    /// <summary>Indexes that are kept besides the one in use: those of other content, or of another program.</summary>
    private const int KeptIndexes = 8;

    /// <summary>Where more of the articles changed than this share, all are indexed: the content's own vocabulary changed with them.</summary>
    private const double MaxChangedShare = 0.2;

    private const string Unfinished = ".unfinished-";

    /// <summary>The folder for indexes of the user that runs the program, or null where there is none.</summary>
    public static string? FolderOfUser()
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length == 0 ? null : Path.Combine(root, "kbapi", "search");
    }

    /// <summary>The index of a knowledge base from a folder; where nothing can be stored there, or no folder is named, one in memory.</summary>
    public static SearchIndex OpenOrBuild(string? folder, KnowledgeBase knowledgeBase, CancellationToken cancellation = default) =>
        OpenOrBuild(folder, knowledgeBase, new IndexingOptions(), cancellation);

    /// <summary>The index of a knowledge base from a folder; where nothing can be stored there, or no folder is named, one in memory.</summary>
    public static SearchIndex OpenOrBuild(string? folder, KnowledgeBase knowledgeBase, IndexingOptions options, CancellationToken cancellation = default)
    {
        try
        {
            return folder is null ? SearchIndex.Build(knowledgeBase, options, cancellation) : new SearchIndexStore(folder).Open(knowledgeBase, options, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SearchIndex.Build(knowledgeBase, options, cancellation);
        }
    }

    /// <summary>The index of a knowledge base: the stored one, else one that is made of a stored one and what changed since, else a new one.</summary>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public SearchIndex Open(KnowledgeBase knowledgeBase, CancellationToken cancellation = default) => Open(knowledgeBase, new IndexingOptions(), cancellation);

    /// <summary>The index of a knowledge base: the stored one, else one that is made of a stored one and what changed since, else a new one.</summary>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public SearchIndex Open(KnowledgeBase knowledgeBase, IndexingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(options);
        var manifest = IndexManifest.Of(knowledgeBase, options, cancellation);
        var place = Path.Combine(folder, manifest.Hash);
        if (TryOpen(knowledgeBase, place, manifest) is { } stored)
        {
            return stored;
        }

        System.IO.Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, Unfinished + Path.GetRandomFileName());
        try
        {
            Write(knowledgeBase, manifest, unfinished, options.MaxParallelism, cancellation);
            MoveIntoPlace(unfinished, place);
        }
        finally
        {
            Remove(unfinished);
        }

        RemoveOld(place);
        return TryOpen(knowledgeBase, place, manifest) ?? SearchIndex.Build(knowledgeBase, options, cancellation);
    }

    private void Write(KnowledgeBase knowledgeBase, IndexManifest manifest, string place, int parallelism, CancellationToken cancellation)
    {
        var articles = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToList();
        foreach (var (path, before) in StoredIndexes())
        {
            var changed = articles.Where(a => !manifest.IsSameIn(before, IndexFields.KeyOf(a))).ToList();
            var gone = before.Articles.Keys.Where(k => !manifest.Articles.ContainsKey(k)).ToList();
            if (changed.Count + gone.Count <= articles.Count * MaxChangedShare && TryUpdate(path, place, changed, gone, parallelism, cancellation))
            {
                manifest.Write(place);
                return;
            }

            Remove(place);
        }

        var model = LanguageModel.Mine(knowledgeBase);
        IndexFolder.WriteModel(place, model);
        WriteIndex(place, articles, model, [], parallelism, cancellation);
        manifest.Write(place);
    }

    private static bool TryUpdate(string before, string place, List<Article> changed, List<string> gone, int parallelism, CancellationToken cancellation)
    {
        try
        {
            IndexFolder.Copy(before, place);
            WriteIndex(place, changed, IndexFolder.ReadModel(place), gone, parallelism, cancellation);
            return true;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return false;
        }
    }

    private static void WriteIndex(string place, List<Article> articles, LanguageModel model, List<string> gone, int parallelism, CancellationToken cancellation)
    {
        using var directory = new MappedDirectory(place);
        IndexBuilder.Write(directory, articles, model, gone, parallelism, cancellation);
    }

    /// <summary>The stored index, or null where there is none or it is damaged; what is damaged is removed.</summary>
    private static SearchIndex? TryOpen(KnowledgeBase knowledgeBase, string place, IndexManifest manifest)
    {
        if (!System.IO.Directory.Exists(place))
        {
            return null;
        }

        MappedDirectory? directory = null;
        try
        {
            var model = IndexFolder.ReadModel(place);
            directory = new MappedDirectory(place);
            var index = new SearchIndex(knowledgeBase, directory, model) { Manifest = manifest };
            IndexManifest.Touch(place);
            return index;
        }
        catch (Exception e) when (IsDamage(e))
        {
            directory?.Dispose();
            Remove(place);
            return null;
        }
    }

    /// <summary>Lucene answers to damaged files with these.</summary>
    private static bool IsDamage(Exception e) =>
        e is IOException or InvalidDataException or UnauthorizedAccessException or IndexFormatTooOldException or IndexFormatTooNewException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or NullReferenceException;

    private IEnumerable<(string Path, IndexManifest Manifest)> StoredIndexes() =>
        new DirectoryInfo(folder).EnumerateDirectories()
            .Where(d => !d.Name.StartsWith('.'))
            .OrderByDescending(IndexManifest.LastUse)
            .Select(d => (d.FullName, IndexManifest.TryRead(d.FullName)))
            .Where(d => d.Item2 is not null)
            .Select(d => (d.FullName, d.Item2!));

    private static void MoveIntoPlace(string unfinished, string place)
    {
        try
        {
            System.IO.Directory.Move(unfinished, place);
        }
        catch (IOException) when (System.IO.Directory.Exists(place))
        {
            // Another program was quicker and made the same.
        }
    }

    private void RemoveOld(string place)
    {
        foreach (var old in new DirectoryInfo(folder).EnumerateDirectories()
            .Where(d => d.FullName != Path.GetFullPath(place) && !d.Name.StartsWith('.'))
            .OrderByDescending(IndexManifest.LastUse)
            .Skip(KeptIndexes)
            .ToList())
        {
            Remove(old.FullName);
        }
    }

    private static void Remove(string place)
    {
        try
        {
            if (System.IO.Directory.Exists(place))
            {
                System.IO.Directory.Delete(place, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program has it open; it is removed another time.
        }
    }
}
