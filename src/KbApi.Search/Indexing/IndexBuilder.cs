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
        Directory directory, IEnumerable<Article> articles, LanguageModel model, IEnumerable<string> gone, int parallelism, CancellationToken cancellation)
    {
        using var analyzer = new KeywordAnalyzer();
        var configuration = ConfigurationWith(analyzer);
        if (parallelism == 1)
        {
            // Merging would take threads of its own.
            configuration.MergeScheduler = new SerialMergeScheduler();
        }

        Write(directory, configuration, articles, model, gone, parallelism, cancellation);
    }

    /// <summary>
    /// As <see cref="Write(Directory, IEnumerable{Article}, LanguageModel, IEnumerable{string}, int, CancellationToken)"/> into an empty directory, so that
    /// the same articles make the same bytes: nothing is merged in the background, and segments say neither when nor where they were made.
    /// </summary>
    public static void WriteReproducibly(Directory directory, IEnumerable<Article> articles, LanguageModel model, CancellationToken cancellation)
    {
        using var analyzer = new KeywordAnalyzer();
        var configuration = ConfigurationWith(analyzer);
        configuration.Codec = new PlainSegmentCodec();
        configuration.MergeScheduler = new SerialMergeScheduler();
        configuration.MergePolicy = new LogDocMergePolicy();
        Write(directory, configuration, articles, model, [], Environment.ProcessorCount, cancellation);
    }

    private static IndexWriterConfig ConfigurationWith(KeywordAnalyzer analyzer) => new(LuceneText.Version, analyzer)
    {
        Similarity = CreateSimilarity(),
        RAMBufferSizeMB = BufferMegabytes,
        OpenMode = OpenMode.CREATE_OR_APPEND,
    };

    private static void Write(
        Directory directory, IndexWriterConfig configuration, IEnumerable<Article> articles, LanguageModel model, IEnumerable<string> gone, int parallelism, CancellationToken cancellation)
    {
        var isNew = !DirectoryReader.IndexExists(directory);
        using var makers = new MakerPool(model);
        using var writer = new IndexWriter(directory, configuration);
        foreach (var key in gone)
        {
            writer.DeleteDocuments(new Term(IndexFields.ArticleKey, key));
        }

        foreach (var made in OrderedWork.Map(articles.SelectMany(IndexedPart.Of), makers.Make, parallelism, cancellation))
        {
            if (made.Part.IsFirst && !isNew)
            {
                writer.DeleteDocuments(new Term(IndexFields.ArticleKey, IndexFields.KeyOf(made.Part.Article)));
            }

            writer.AddDocuments(made.Documents);
        }

        writer.ForceMerge(1);
        writer.Commit();
    }

    /// <summary>BM25 that minds the length of texts less than is usual: long entries are long because they answer more.</summary>
    public static Similarity CreateSimilarity() => new BM25Similarity(k1: 1.2f, b: 0.4f);
}
