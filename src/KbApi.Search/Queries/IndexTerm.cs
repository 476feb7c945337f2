using KbApi.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Queries;

/// <summary>A term of the index, found once for all that is asked of it.</summary>
internal sealed class IndexTerm
{
    private readonly IndexSearcher _searcher;
    private readonly PostingsCache _postings;
    private readonly Lazy<TermContext> _inNames;
    private readonly Lazy<float> _mostScore;
    private readonly TermContext _inTexts;

    private IndexTerm(IndexSearcher searcher, PostingsCache postings, string text, TermContext inTexts)
    {
        Text = text;
        _searcher = searcher;
        _postings = postings;
        _inTexts = inTexts;
        _inNames = new Lazy<TermContext>(() => Find(IndexFields.Name));
        _mostScore = new Lazy<float>(FindMostScore);
    }

    /// <summary>The term.</summary>
    public string Text { get; }

    /// <summary>How many documents have it.</summary>
    public int Count => _inTexts.DocFreq;

    /// <summary>The documents that have it in their texts, for each part of the index; null where they are too many to be kept.</summary>
    public TermPostings[]? Postings => _postings.Of(this);

    /// <summary>No document scores more for it in its texts.</summary>
    public float MostScore => _mostScore.Value;

    /// <summary>The term, or null where no text has it.</summary>
    public static IndexTerm? Find(IndexSearcher searcher, PostingsCache postings, string text)
    {
        var context = TermContext.Build(searcher.IndexReader.Context, new Term(IndexFields.Text, text));
        return context.DocFreq > 0 ? new IndexTerm(searcher, postings, text, context) : null;
    }

    /// <summary>Where a field has it.</summary>
    /// <param name="field"><see cref="IndexFields.Text"/> or <see cref="IndexFields.Name"/>.</param>
    public TermContext In(string field) => field == IndexFields.Text ? _inTexts : _inNames.Value;

    /// <summary>How often it stands in the field in all, for scores.</summary>
    public TermStatistics StatisticsIn(string field) => _searcher.TermStatistics(new Term(field, Text), In(field));

    private TermContext Find(string field) => TermContext.Build(_searcher.IndexReader.Context, new Term(field, Text));

    private float FindMostScore() => Postings is { } postings
        ? postings.SelectMany(p => p.Scores).DefaultIfEmpty(0).Max()
        : float.PositiveInfinity;
}
