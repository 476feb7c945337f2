using KbApi.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Queries;

/// <summary>
/// The postings of words that were asked for, decoded and scored: most of what a query costs is done once for each of its words. Bounded, with
/// 8 bytes a posting. For several threads at once.
/// </summary>
internal sealed class PostingsCache(IndexSearcher searcher)
{
    private const int MaxKept = 4 * 1024 * 1024;

    /// <summary>A word that so many documents have would drive out too many others.</summary>
    private const int MaxKeptOfTerm = MaxKept / 8;

    private readonly BoundedCache<string, TermPostings[]> _kept = new(MaxKept, StringComparer.Ordinal);

    /// <summary>The postings of a term of texts, part by part; null where they are too many to be kept.</summary>
    public TermPostings[]? Of(IndexTerm term)
    {
        if (term.Count > MaxKeptOfTerm)
        {
            return null;
        }

        if (!_kept.TryGet(term.Text, out var postings) || postings is null)
        {
            postings = TermPostings.Read(searcher, new Term(IndexFields.Text, term.Text), term.In(IndexFields.Text));
            _kept.Keep(term.Text, postings, term.Count);
        }

        return postings;
    }
}
