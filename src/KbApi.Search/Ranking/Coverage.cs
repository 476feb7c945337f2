using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>Which share of what a query tells is answered by documents, by how telling each word is.</summary>
internal static class Coverage
{
    /// <summary>A number that nothing has outweighs words that much has: numbers are what people look up.</summary>
    private const double UnknownNumber = 2;

    /// <summary>Where the content is in other languages, a word that it does not have may only lack a translation.</summary>
    private const double UnknownForeignWord = 0.35;

    /// <summary>The share for each of some documents, from 0 to 1.</summary>
    public static double[] Of(QueryPlan plan, IndexReader reader, int[] sortedDocuments)
    {
        var covered = new double[sortedDocuments.Length];
        var total = 0.0;
        foreach (var word in plan.Words)
        {
            var information = word.Information * WeightOf(plan, word);
            total += information;
            var best = new float[sortedDocuments.Length];
            foreach (var alternative in word.Alternatives)
            {
                Answer(alternative, reader, sortedDocuments, best);
            }

            for (var i = 0; i < covered.Length; i++)
            {
                covered[i] += information * best[i];
            }
        }

        for (var i = 0; i < covered.Length; i++)
        {
            covered[i] = total > 0 ? covered[i] / total : 0;
        }

        return covered;
    }

    private static double WeightOf(QueryPlan plan, QueryWord word) =>
        !word.IsUnknown ? 1
        : word.Text.Any(char.IsDigit) ? UnknownNumber
        : plan.IsForeign ? UnknownForeignWord
        : 1;

    private static void Answer(Alternative alternative, IndexReader reader, int[] documents, float[] best)
    {
        var counts = new int[documents.Length];
        foreach (var term in alternative.Terms)
        {
            foreach (var leaf in reader.Leaves)
            {
                CountIn(leaf, term, documents, counts);
            }
        }

        // A guess answers less of the question than the word itself.
        var share = alternative.Kind switch
        {
            MatchKind.Corrected => 0.8f,
            MatchKind.SomeParts => 0.5f,
            _ => 1,
        };
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == alternative.Terms.Length)
            {
                best[i] = Math.Max(best[i], share);
            }
        }
    }

    private static void CountIn(AtomicReaderContext leaf, string term, int[] documents, int[] counts)
    {
        var postings = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Text, term));
        if (postings is null)
        {
            return;
        }

        var at = -1;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i] - leaf.DocBase;
            if (document < 0)
            {
                continue;
            }

            if (at < document)
            {
                at = postings.Advance(document);
                if (at == DocIdSetIterator.NO_MORE_DOCS)
                {
                    return;
                }
            }

            counts[i] += at == document ? 1 : 0;
        }
    }
}
