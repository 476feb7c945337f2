using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>
/// Makes knowledge bases of files. A file that can't be read becomes a diagnostic and never stops the others. Keeps what it read:
/// loading again reads only what has changed since, and shares the rest with what was loaded before. Safe for several threads.
/// </summary>
public sealed class KnowledgeBaseLoader(LoadOptions options)
{
    private readonly Lock _lock = new();

    /// <summary>What was loaded last.</summary>
    private LoadedContent? _last;

    /// <summary>A loader with the default options.</summary>
    public KnowledgeBaseLoader()
        : this(new LoadOptions())
    {
    }

    /// <summary>Loads the documents under some paths, files and folders.</summary>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public KnowledgeBase Load(params IReadOnlyCollection<string> paths) => Load(ContentDirectory.Find(paths));

    /// <summary>Loads files.</summary>
    /// <param name="files">
    /// The files, those that configure the reader among them; their order does not matter. Of two that are the same article in one
    /// locale, the first by relative path counts.
    /// </param>
    /// <param name="progress">Told the number of files read so far, or null.</param>
    /// <param name="cancellation">Ends the loading early.</param>
    public KnowledgeBase Load(IReadOnlyList<ContentFile> files, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        lock (_lock)
        {
            var ordered = InOrder(files);
            var configuration = ReaderConfiguration.Read([.. ordered.Where(f => ContentLayout.IsConfiguration(f.RelativePath))], options, _last?.Configuration);
            var before = ReferenceEquals(configuration, _last?.Configuration) ? _last : null;
            var documents = DocumentsIn(ordered);
            var context = new LoadContext(configuration, new ContentIncludes(documents, options), options);
            var loaded = new FileReading(context).Read(documents, before?.Files ?? [], progress, cancellation);
            var difference = FileDifference.Between(before?.Files ?? [], loaded);
            if (before is null || !difference.IsEmpty)
            {
                _last = before is null || difference.IsMostOf(before.Files) ? LoadedContent.Of(loaded, context) : before.After(loaded, difference, context);
            }

            return _last!.KnowledgeBase;
        }
    }

    /// <summary>Whoever looks for files finds them in order, mostly.</summary>
    private static IReadOnlyList<ContentFile> InOrder(IReadOnlyList<ContentFile> files)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (Compare(files[i - 1], files[i]) > 0)
            {
                return [.. files.OrderBy(f => f.RelativePath, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
            }
        }

        return files;
    }

    private static int Compare(ContentFile left, ContentFile right)
    {
        var order = string.CompareOrdinal(left.RelativePath, right.RelativePath);
        return order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
    }

    /// <summary>What does not configure the reader; of files of one path the first.</summary>
    private static List<ContentFile> DocumentsIn(IReadOnlyList<ContentFile> ordered)
    {
        var documents = new List<ContentFile>(ordered.Count);
        foreach (var file in ordered)
        {
            if (!ContentLayout.IsConfiguration(file.RelativePath) && (documents.Count == 0 || documents[^1].RelativePath != file.RelativePath))
            {
                documents.Add(file);
            }
        }

        return documents;
    }
}
