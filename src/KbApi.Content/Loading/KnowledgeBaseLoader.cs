using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Content.Loading;

/// <summary>
/// Makes knowledge bases of files. A file that can't be read becomes a diagnostic and never stops the others. Keeps what it read:
/// loading again reads only what has changed since. Safe for several threads.
/// </summary>
public sealed class KnowledgeBaseLoader(LoadOptions options)
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, LoadedFile> _loaded = ImmutableDictionary<string, LoadedFile>.Empty;
    private ReaderConfiguration? _configuration;

    /// <summary>What was made last, and of which files.</summary>
    private (LoadedFile[] Files, KnowledgeBase KnowledgeBase)? _last;

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
            List<ContentFile> ordered = [.. files.OrderBy(f => f.RelativePath, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
            var configuration = ReaderConfiguration.Read([.. ordered.Where(f => ContentLayout.IsConfiguration(f.RelativePath))], options, _configuration);
            var known = ReferenceEquals(configuration, _configuration) ? _loaded : ImmutableDictionary<string, LoadedFile>.Empty;
            var documents = ordered.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).DistinctBy(f => f.RelativePath).ToList();
            var includes = new ContentIncludes(documents, options);
            var loaded = ReadAll(documents, known, configuration, includes, progress, cancellation);
            if (_last is { } last && ReferenceEquals(configuration, _configuration) && loaded.AsSpan().SequenceEqual(last.Files, ReferenceEqualityComparer.Instance))
            {
                return last.KnowledgeBase;
            }

            _configuration = configuration;
            _loaded = documents.Zip(loaded).ToImmutableDictionary(pair => pair.First.RelativePath, pair => pair.Second);
            var knowledgeBase = Assemble(loaded, configuration, includes);
            _last = (loaded, knowledgeBase);
            return knowledgeBase;
        }
    }

    private LoadedFile[] ReadAll(
        List<ContentFile> files,
        ImmutableDictionary<string, LoadedFile> known,
        ReaderConfiguration configuration,
        ContentIncludes includes,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        var loaded = new LoadedFile[files.Count];
        if (files.Count == 0)
        {
            return loaded;
        }

        var count = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(0, files.Count, 16), parallel, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var file = files[i];
                loaded[i] = known.TryGetValue(file.RelativePath, out var before) && before.IsCurrent(file, includes)
                    ? before
                    : LoadedFile.Read(file, configuration.Reader, includes, options);
                progress?.Report(Interlocked.Increment(ref count));
            }
        });
        return loaded;
    }

    private KnowledgeBase Assemble(LoadedFile[] loaded, ReaderConfiguration configuration, ContentIncludes includes)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(configuration.Diagnostics);
        var articles = new Dictionary<(string, LocaleTag), Article>();
        var files = new Dictionary<(string, LocaleTag), string>();
        foreach (var file in loaded)
        {
            diagnostics.AddRange(file.Diagnostics);
            if (file.Article is not null)
            {
                files.TryAdd((file.Article.Id, file.Article.Locale), file.RelativePath);
            }

            if (file.Article is { } article && !articles.TryAdd((article.Id, article.Locale), article))
            {
                var first = articles[(article.Id, article.Locale)];
                diagnostics.Add(Diagnostic.Create(
                    ReadingDiagnostics.SameArticle, Location.OfFile(article.Text.Path), article.Id, article.Locale.Value, first.Text.Path));
            }
        }

        // The default locale first: its order is the order of everything.
        var ordered = TableBorrowing.Apply(articles.Values, options.DefaultLocale, ReadAgain).OrderByDescending(a => a.Locale == options.DefaultLocale).ThenBy(a => a.Locale).ThenBy(a => a.Id, StringComparer.Ordinal);
        return new KnowledgeBase(
            SnapshotIds.Compute(configuration, options, loaded),
            options.DefaultLocale,
            LocaleAligner.Align(ordered, options.DefaultLocale),
            diagnostics.ToImmutable(),
            configuration.Schemes);

        Article ReadAgain(Article article, IReadOnlyList<TableRoles?> borrowed) =>
            configuration.Reader.Read(article.Text, article.Id, article.Locale, borrowed, includes.For(files[(article.Id, article.Locale)]));
    }
}
