using System.Globalization;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace KbApi.Search.Tests.Ranking;

/// <summary>Texts of few words, some of them common, in an index of Lucene's own making: a part of it deleted, in several segments.</summary>
public sealed class RandomIndex : IDisposable
{
    private const int Documents = 600;
    private const int LongestText = 14;
    private const int Segments = 3;

    /// <summary>Words, each about half as common as the one before.</summary>
    internal static readonly string[] Words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;

    public RandomIndex()
    {
        var random = new Random(11);
        using var analyzer = new WhitespaceAnalyzer(LuceneText.Version);
        var configuration = new IndexWriterConfig(LuceneText.Version, analyzer) { Similarity = IndexBuilder.CreateSimilarity(), MergePolicy = NoMergePolicy.COMPOUND_FILES };
        using (var writer = new IndexWriter(_directory, configuration))
        {
            for (var i = 0; i < Documents; i++)
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(1, LongestText)).Select(_ => Draw(random)));
                writer.AddDocument([new TextField(IndexFields.Text, text, Field.Store.NO), new StringField(IndexFields.Code, (i % 7).ToString(CultureInfo.InvariantCulture), Field.Store.NO)]);
                if (i % (Documents / Segments) == (Documents / Segments) - 1)
                {
                    writer.Commit();
                }
            }

            writer.DeleteDocuments(new Term(IndexFields.Code, "3"));
        }

        _reader = DirectoryReader.Open(_directory);
        Searcher = new IndexSearcher(_reader) { Similarity = IndexBuilder.CreateSimilarity() };
        Terms = [.. Words.Select(w => IndexTerm.Find(Searcher, new PostingsCache(Searcher), w)!)];
    }

    internal IndexSearcher Searcher { get; }

    internal IndexTerm[] Terms { get; }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static string Draw(Random random)
    {
        var word = 0;
        while (word < Words.Length - 1 && random.Next(2) == 0)
        {
            word++;
        }

        return Words[word];
    }
}
