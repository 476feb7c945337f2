using KbApi.Content.Model;
using KbApi.Search.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Directory = Lucene.Net.Store.Directory;

namespace KbApi.Search.Indexing;

/// <summary>Writes articles into an index.</summary>
internal static class IndexBuilder
{
    private const double BufferMegabytes = 64;

    /// <summary>Adds articles to a directory, in place of what it has of them and of those whose keys are gone. A directory that was cancelled is of no use.</summary>
    public static void Write(
        Directory directory, IEnumerable<Article> articles, LanguageModel model, IEnumerable<string> gone, CancellationToken cancellation)
    {
        using var analyzer = new KeywordAnalyzer();
        Write(directory, ConfigurationWith(analyzer), articles, model, gone, cancellation);
    }

    /// <summary>
    /// As <see cref="Write(Directory, IEnumerable{Article}, LanguageModel, IEnumerable{string}, CancellationToken)"/> into an empty directory, so that
    /// the same articles make the same bytes: nothing is merged in the background, and segments say neither when nor where they were made.
    /// </summary>
    public static void WriteReproducibly(Directory directory, IEnumerable<Article> articles, LanguageModel model, CancellationToken cancellation)
    {
        using var analyzer = new KeywordAnalyzer();
        var configuration = ConfigurationWith(analyzer);
        configuration.Codec = new PlainSegmentCodec();
        configuration.MergeScheduler = new SerialMergeScheduler();
        configuration.MergePolicy = new LogDocMergePolicy();
        Write(directory, configuration, articles, model, [], cancellation);
    }

    private static IndexWriterConfig ConfigurationWith(KeywordAnalyzer analyzer) => new(LuceneText.Version, analyzer)
    {
        Similarity = CreateSimilarity(),
        RAMBufferSizeMB = BufferMegabytes,
        OpenMode = OpenMode.CREATE_OR_APPEND,
    };

    private static void Write(
        Directory directory, IndexWriterConfig configuration, IEnumerable<Article> articles, LanguageModel model, IEnumerable<string> gone, CancellationToken cancellation)
    {
        using var writer = new IndexWriter(directory, configuration);
        foreach (var key in gone)
        {
            writer.DeleteDocuments(new Term(IndexFields.ArticleKey, key));
        }

        using var makers = new ThreadLocal<DocumentMakers>(() => new DocumentMakers(model), trackAllValues: true);
        var documents = articles.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(a => (Key: IndexFields.KeyOf(a), Documents: makers.Value!.Make(a)));
        foreach (var (key, made) in documents)
        {
            writer.UpdateDocuments(new Term(IndexFields.ArticleKey, key), made);
        }

        writer.ForceMerge(1);
        writer.Commit();
        foreach (var maker in makers.Values)
        {
            maker.Dispose();
        }
    }

    /// <summary>BM25 that minds the length of texts less than is usual: long entries are long because they answer more.</summary>
    public static Similarity CreateSimilarity() => new BM25Similarity(k1: 1.2f, b: 0.4f);

    private sealed class DocumentMakers(LanguageModel model) : IDisposable
    {
        private readonly Dictionary<string, DocumentMaker> _byLanguage = new(StringComparer.Ordinal);

        public List<IEnumerable<IIndexableField>> Make(Article article)
        {
            var language = article.Locale.Language;
            if (!_byLanguage.TryGetValue(language, out var maker))
            {
                maker = new DocumentMaker(language, model.LexiconOf(language));
                _byLanguage.Add(language, maker);
            }

            return [.. IndexedItem.AllOf(article).Select(maker.Make)];
        }

        public void Dispose()
        {
            foreach (var maker in _byLanguage.Values)
            {
                maker.Dispose();
            }
        }
    }
}
