using KbApi.Search.Indexing;
using KbApi.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Tests.Ranking;

/// <summary>What is quicker than Lucene's own queries finds what they find, with their scores.</summary>
public sealed class LuceneAgreementTests(RandomIndex index) : IClassFixture<RandomIndex>
{
    private const int All = 1000;

    [Fact]
    public void The_random_index_has_parts_and_deleted_documents()
    {
        Assert.Equal(3, index.Searcher.IndexReader.Leaves.Count);
        Assert.True(index.Searcher.IndexReader.HasDeletions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void Kept_postings_score_as_a_term_query(int word)
    {
        var term = index.Terms[word];

        var kept = index.Searcher.Search(new KeptTermQuery(term, term.Postings!) { Boost = 0.7f }, All).ScoreDocs;
        var lucene = index.Searcher.Search(new TermQuery(new Term(IndexFields.Text, term.Text)) { Boost = 0.7f }, All).ScoreDocs;

        Assert.NotEmpty(lucene);
        Assert.Equal(lucene.Select(d => d.Doc), kept.Select(d => d.Doc));
        Assert.All(lucene.Zip(kept), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 1e-5f));
        Assert.Equal(lucene.Max(d => d.Score), term.MostScore * 0.7f, tolerance: 1e-5f);
    }

    [Fact]
    public void Kept_postings_are_leapt_over_to_the_next_document_that_has_the_term()
    {
        var term = index.Terms[4];
        var leaf = index.Searcher.IndexReader.Leaves[1];
        var documents = term.Postings![1].Documents;
        for (var target = 0; target <= documents[^1] + 1; target += 7)
        {
            var scorer = index.Searcher.CreateNormalizedWeight(new KeptTermQuery(term, term.Postings!)).GetScorer(leaf, leaf.AtomicReader.LiveDocs);

            Assert.Equal(documents.FirstOrDefault(d => d >= target, DocIdSetIterator.NO_MORE_DOCS), scorer.Advance(target));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    public void Words_side_by_side_score_as_a_sloppy_phrase(int first, int next)
    {
        var phrase = new PhraseQuery { Slop = 1, Boost = 0.4f };
        phrase.Add(new Term(IndexFields.Text, RandomIndex.Words[first]));
        phrase.Add(new Term(IndexFields.Text, RandomIndex.Words[next]));

        AssertAddsWhatLuceneScores(phrase, new NeighbourBonus([index.Terms[first]], [index.Terms[next]]));
    }

    [Fact]
    public void Words_with_several_terms_side_by_side_score_as_a_sloppy_phrase_of_several()
    {
        var phrase = new MultiPhraseQuery { Slop = 1, Boost = 0.4f };
        phrase.Add([new Term(IndexFields.Text, "beta"), new Term(IndexFields.Text, "delta")]);
        phrase.Add([new Term(IndexFields.Text, "alpha"), new Term(IndexFields.Text, "gamma")]);

        AssertAddsWhatLuceneScores(phrase, new NeighbourBonus([index.Terms[1], index.Terms[3]], [index.Terms[0], index.Terms[2]]));
    }

    [Theory]
    [InlineData(0.53f, 1)]
    [InlineData(0.53f, 2)]
    [InlineData(0.1f, 1)]
    public void Leaving_out_what_is_not_good_enough_leaves_the_best_as_they_are(float leastShare, int leastWords)
    {
        var words = index.Terms.Skip(2).Select((t, i) => new CoverageWord(new KeptTermQuery(t, t.Postings!), 0.15f + (0.07f * i), t.MostScore * 1.001f, IsRequired: true)).ToList();
        var weight = index.Searcher.CreateNormalizedWeight(new CoverageQuery(words, [], new LeastCoverage(CanBeComplete: true, leastShare, leastWords)));

        var (every, all) = Collect(weight, isBounded: false);
        var (some, bounded) = Collect(weight, isBounded: true);

        Assert.Equal(20, every.Length);
        Assert.Equal(every, some);
        Assert.True(bounded < all, $"{bounded} of {all} were scored.");
    }

    [Fact]
    public void The_best_of_many_are_kept_and_of_equal_ones_the_first()
    {
        var random = new Random(3);
        var offered = Enumerable.Range(0, 500).Select(i => new RankedDocument(i, random.Next(40))).ToList();
        var best = new BestDocuments(capacity: 60);

        offered.ForEach(d => best.Offer(d.Document, d.Score));

        Assert.Equal(offered.OrderByDescending(d => d.Score).ThenBy(d => d.Document).Take(60), best.Sort().ToArray());
        Assert.Equal(500, best.Total);
    }

    private (RankedDocument[] Best, int Scored) Collect(Weight weight, bool isBounded)
    {
        var best = new BestDocuments(capacity: 20);
        foreach (var leaf in index.Searcher.IndexReader.Leaves)
        {
            var scorer = (CoverageScorer)weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            scorer.RequireOfPartial(isBounded ? best.LeastScore : 0);
            for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            {
                if (!scorer.IsComplete && best.Offer(leaf.DocBase + document, scorer.GetScore()) && isBounded)
                {
                    scorer.RequireOfPartial(best.LeastScore);
                }
            }
        }

        return (best.Sort().ToArray(), best.Total);
    }

    private void AssertAddsWhatLuceneScores(Query phrase, NeighbourBonus bonus)
    {
        var expected = index.Searcher.Search(phrase, All).ScoreDocs.ToDictionary(d => d.Doc, d => d.Score);
        Assert.NotEmpty(expected);
        var ranked = Enumerable.Range(0, index.Searcher.IndexReader.MaxDoc).Select(d => new RankedDocument(d, 1)).ToArray();

        bonus.AddTo(index.Searcher, ranked);

        Assert.All(ranked, r => Assert.Equal(1 + expected.GetValueOrDefault(r.Document), r.Score, tolerance: 1e-5f));
    }
}
