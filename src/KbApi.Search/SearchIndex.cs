using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Model;
using KbApi.Search.Indexing;
using KbApi.Search.Languages;
using KbApi.Search.Queries;
using KbApi.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace KbApi.Search;

/// <summary>Finds entries of one knowledge base. Immutable; for several threads at once.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int MaxLimit = 1000;
    private const int MaxFaceted = 10_000;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly Directory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly QueryPlanner _planner;
    private readonly ImmutableArray<IndexedThing> _things;

    internal SearchIndex(KnowledgeBase knowledgeBase, Directory directory, LanguageModel model)
    {
        _knowledgeBase = knowledgeBase;
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        _searcher = new IndexSearcher(_reader) { Similarity = IndexBuilder.CreateSimilarity() };
        _things = ReadThings(knowledgeBase, _reader);
        var terms = new IndexTerms(_reader, knowledgeBase.Locales.Select(l => l.Language).Distinct(StringComparer.Ordinal));
        _planner = new QueryPlanner(knowledgeBase, ConceptSet.LoadBuiltIn(), model, terms);
    }

    /// <summary>Makes an index in memory.</summary>
    public static SearchIndex Build(KnowledgeBase knowledgeBase, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var directory = new RAMDirectory();
        var model = LanguageModel.Mine(knowledgeBase);
        IndexBuilder.Write(directory, knowledgeBase.Articles.Items.SelectMany(a => a.Variants), model, [], cancellation);
        return new SearchIndex(knowledgeBase, directory, model);
    }

    /// <summary>Finds what answers a query.</summary>
    /// <exception cref="ArgumentException">The query is blank, or the limit is not from 1 to 1000, or hits are to be left out that can't be.</exception>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        var plan = _planner.Plan(request.Query, request.Locale, request.IsUnfinished);
        var maximum = Math.Min(MaxFaceted, request.HasFacets ? MaxFaceted : (request.Skip + request.Limit) * 4);
        var ranked = Collapse(Ranker.Rank(_searcher, plan, request, maximum), request.Locale);
        var page = ranked.Skip(request.Skip).Take(request.Limit).Select(r => HitOf(r.Thing, r.Score, plan, request));
        return new SearchResult([.. page], ranked.Count, plan.DidYouMean, request.HasFacets ? FacetCounter.Count(ranked.Select(r => r.Thing.Entry).OfType<Entry>()) : []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _planner.Dispose();
        _reader.Dispose();
        _directory.Dispose();
    }

    private static void Check(SearchRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw new ArgumentException("The query is blank; give it at least one word.", nameof(request));
        }

        if (request.Limit is < 1 or > MaxLimit || request.Skip < 0)
        {
            throw new ArgumentException($"The limit is from 1 to {MaxLimit}, and no fewer than 0 hits are left out.", nameof(request));
        }
    }

    /// <summary>One hit for each thing, in the reader's locale; equal scores in the order of ids.</summary>
    private List<(IndexedThing Thing, double Score)> Collapse(IReadOnlyList<RankedDocument> documents, LocaleTag locale)
    {
        var best = new Dictionary<string, (IndexedThing Thing, double Score)>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var thing = _things[document.Document];
            if (!best.TryGetValue(thing.Id, out var known) || document.Score > known.Score
                || (document.Score.Equals(known.Score) && string.CompareOrdinal(thing.Locale.Value, known.Thing.Locale.Value) < 0))
            {
                best[thing.Id] = (thing, document.Score);
            }
        }

        var chain = _knowledgeBase.ChainFor(locale);
        return [.. best.Values
            .OrderByDescending(b => Math.Round(b.Score, 4))
            .ThenBy(b => b.Thing.Id, StringComparer.Ordinal)
            .Select(b => (InBestLocale(b.Thing, chain), b.Score))];
    }

    private IndexedThing InBestLocale(IndexedThing thing, ImmutableArray<LocaleTag> chain) => thing.Entry is { } entry
        ? thing with { Entry = _knowledgeBase.Entries.Find(entry.Id)!.InFirstOf(chain) }
        : thing with { Article = _knowledgeBase.Articles.Find(thing.Id)!.InFirstOf(chain)! };

    private SearchHit HitOf(IndexedThing thing, double score, QueryPlan plan, SearchRequest request)
    {
        var article = thing.Entry is { } entry ? _knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)! : thing.Article;
        var highlights = request.HasHighlights
            ? new Highlighter(plan, _planner.TermsOf(article.Locale.Language)).Highlight(thing.Entry, article)
            : [];
        return new SearchHit(thing.Id, thing.Entry, article, Math.Round(score, 4), highlights);
    }

    private static ImmutableArray<IndexedThing> ReadThings(KnowledgeBase knowledgeBase, DirectoryReader reader)
    {
        var things = ImmutableArray.CreateBuilder<IndexedThing>(reader.MaxDoc);
        var value = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var ids = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Id);
            for (var i = 0; i < leaf.AtomicReader.MaxDoc; i++)
            {
                ids.Get(i, value);
                things.Add(IndexedThing.Find(knowledgeBase, Encoding.UTF8.GetString(value.Bytes, value.Offset, value.Length)));
            }
        }

        return things.MoveToImmutable();
    }
}
