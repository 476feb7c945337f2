using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using KbApi.Content.Model;
using KbApi.Search.Indexing;
using KbApi.Search.Languages;
using KbApi.Search.Queries;
using KbApi.Search.Ranking;
using KbApi.Search.Storage;
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
    private const int ScoreDigits = 4;

    /// <summary>What a section or article without entries counts beside an entry: an entry says what the problem is and what to do.</summary>
    private const double NoEntryShare = 0.8;

    /// <summary>With fewer answers to a code, what is like the best of them is answered as well.</summary>
    private const int FewAnswers = 5;
    private const double RelatedShare = 0.02;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly Directory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly QueryPlanner _planner;
    private readonly ImmutableArray<IndexedThing> _things;
    private readonly bool _isOfOneLocale;

    internal SearchIndex(KnowledgeBase knowledgeBase, Directory directory, LanguageModel model)
    {
        _knowledgeBase = knowledgeBase;
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        _searcher = new IndexSearcher(_reader) { Similarity = IndexBuilder.CreateSimilarity() };
        _things = ReadThings(knowledgeBase, _reader);
        _isOfOneLocale = knowledgeBase.Locales.Length == 1;
        var terms = new IndexTerms(_searcher, knowledgeBase.Locales.Select(l => l.Language).Distinct(StringComparer.Ordinal));
        _planner = new QueryPlanner(knowledgeBase, ConceptSet.LoadBuiltIn(), model, terms);
    }

    /// <summary>What it was made of, where that is known.</summary>
    internal IndexManifest? Manifest { get; init; }

    /// <summary>The content that it finds.</summary>
    internal KnowledgeBase KnowledgeBase => _knowledgeBase;

    /// <summary>Makes an index in memory.</summary>
    public static SearchIndex Build(KnowledgeBase knowledgeBase, CancellationToken cancellation = default) => Build(knowledgeBase, new IndexingOptions(), cancellation);

    /// <summary>Makes an index in memory.</summary>
    public static SearchIndex Build(KnowledgeBase knowledgeBase, IndexingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(options);
        var directory = new RAMDirectory();
        var model = LanguageModel.Mine(knowledgeBase);
        IndexBuilder.Write(directory, knowledgeBase.Articles.Items.SelectMany(a => a.Variants), model, [], options.MaxParallelism, cancellation);
        return new SearchIndex(knowledgeBase, directory, model);
    }

    /// <summary>Finds what answers a query.</summary>
    /// <exception cref="ArgumentException">The query is blank, or the limit is not from 1 to 1000, or hits are to be left out that can't be.</exception>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        var plan = _planner.Plan(request.Query, request.Locale, request.IsUnfinished);
        var wanted = request.HasFacets ? MaxFaceted : (request.Skip + request.Limit) * Math.Min(MaxFaceted / MaxLimit, _knowledgeBase.Locales.Length);
        var ranked = Collapse(Ranker.Rank(_searcher, plan, request.Filter, Math.Min(MaxFaceted, wanted)));
        AddRelated(ranked, plan, request);
        var chain = _knowledgeBase.ChainFor(request.Locale);
        var highlighter = request.HasHighlights ? HighlighterFor(plan) : null;
        var hits = ImmutableArray.CreateBuilder<SearchHit>(Math.Clamp(ranked.Count - request.Skip, 0, request.Limit));
        for (var i = request.Skip; i < ranked.Count && hits.Count < request.Limit; i++)
        {
            var hit = HitOf(InBestLocale(ranked[i].Thing, chain), ranked[i].Score);
            hits.Add(highlighter is null ? hit : highlighter(hit));
        }

        var facets = request.HasFacets ? FacetCounter.Count(ranked.Select(r => InBestLocale(r.Thing, chain).Entry).OfType<Entry>()) : [];
        return new SearchResult(hits.DrainToImmutable(), ranked.Count, plan.DidYouMean, facets) { Plan = plan };
    }

    /// <summary>Makes of hits, that were searched for without, the same with what matches in them. For one thread at a time.</summary>
    /// <param name="result">What <see cref="Search"/> of this index found.</param>
    /// <exception cref="ArgumentException">The result is of no search.</exception>
    public Func<SearchHit, SearchHit> HighlighterFor(SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return HighlighterFor(result.Plan ?? throw new ArgumentException("The result is of no search; give what Search of this index returned.", nameof(result)));
    }

    /// <summary>What somebody may be about to type: the last word completed, and titles that answer to what is typed so far.</summary>
    /// <param name="typed">What is typed so far.</param>
    /// <param name="locale">The reader's locale.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="ArgumentException">Nothing is typed, or the limit is not from 1 to 1000.</exception>
    public ImmutableArray<SearchSuggestion> Suggest(string typed, LocaleTag locale, int limit = 10)
    {
        var request = new SearchRequest { Query = typed, Locale = locale, Limit = limit, IsUnfinished = true, HasHighlights = false };
        var titles = Suggester.Titles(typed, Search(request).Hits).ToList();
        var words = Suggester.Complete(typed, _planner.VocabulariesFor(locale)).Select(w => new SearchSuggestion(w, Id: null)).ToList();
        return [.. words.Concat(titles).DistinctBy(s => s.Text.ToUpperInvariant()).Take(limit)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _planner.Dispose();
        _reader.Dispose();
        _directory.Dispose();
    }

    /// <summary>Who asks for a code is helped by entries about the same: the start of an operation beside its failure.</summary>
    private void AddRelated(List<(IndexedThing Thing, double Score)> ranked, QueryPlan plan, SearchRequest request)
    {
        var isAboutCode = plan.Words.Any(w => w.IsStrongCode) || (plan.Words.Length == 1 && plan.Words[0].Alternatives.All(a => a.Kind == MatchKind.Corrected));
        if (!isAboutCode || request.Filter != SearchFilter.None || ranked.Count is 0 or >= FewAnswers || ranked[0].Thing.Entry is not { } entry)
        {
            return;
        }

        var known = ranked.Select(r => r.Thing.Id).ToHashSet(StringComparer.Ordinal);
        var best = ranked[0].Score * RelatedShare;
        ranked.AddRange(EntryPartners.Of(entry, _knowledgeBase)
            .Where(p => known.Add(p.Id))
            .Select(p => (new IndexedThing(p.Id, p.Locale, p, _knowledgeBase.Articles.Find(p.ArticleId)!.In(p.Locale)!, section: null), best))
            .ToList());

        var like = _planner.Plan(IdentifierWords.Of(entry.Title.Text), entry.Locale, isUnfinished: false);
        var related = Collapse(Ranker.Rank(_searcher, like, SearchFilter.None, maximum: FewAnswers * 4))
            .Where(r => r.Thing.IsEntry && known.Add(r.Thing.Id))
            .Take(FewAnswers)
            .ToList();
        ranked.AddRange(related.Select(r => (r.Thing, best * r.Score / (related[0].Score * 2))));
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

    /// <summary>One hit for each thing, the best first; equal scores in the order of ids.</summary>
    private List<(IndexedThing Thing, double Score)> Collapse(RankedDocument[] documents)
    {
        var sorted = _isOfOneLocale ? documents.Select(d => (Thing: _things[d.Document], Score: ScoreOf(d))).ToList() : BestOfEach(documents);
        sorted.Sort((x, y) => x.Score.Equals(y.Score) ? string.CompareOrdinal(x.Thing.Id, y.Thing.Id) : y.Score.CompareTo(x.Score));
        return sorted;
    }

    private double ScoreOf(RankedDocument document) => Math.Round(document.Score * (_things[document.Document].IsEntry ? 1 : NoEntryShare), ScoreDigits);

    private List<(IndexedThing Thing, double Score)> BestOfEach(RankedDocument[] documents)
    {
        var best = new Dictionary<string, (IndexedThing Thing, double Score)>(documents.Length, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var thing = _things[document.Document];
            var score = ScoreOf(document);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, thing.Id, out var isKnown);
            if (!isKnown || score > known.Score || (score.Equals(known.Score) && string.CompareOrdinal(thing.Locale.Value, known.Thing.Locale.Value) < 0))
            {
                known = (thing, score);
            }
        }

        return [.. best.Values];
    }

    private IndexedThing InBestLocale(IndexedThing thing, ImmutableArray<LocaleTag> chain)
    {
        if (thing.Locale == chain[0])
        {
            return thing;
        }

        if (thing.IsEntry)
        {
            var best = _knowledgeBase.Entries.Find(thing.Id)!.InFirstOf(chain)!;
            return new IndexedThing(thing.Id, thing.Locale, best, _knowledgeBase.Articles.Find(best.ArticleId)!.In(best.Locale)!, section: null);
        }

        // Anchors of sections may differ between locales.
        var article = _knowledgeBase.Articles.Find(thing.Article.Id)!.InFirstOf(chain)!;
        var section = article.Sections.FirstOrDefault(s => s.Anchor == thing.Section?.Anchor);
        return thing.Section is null || section is not null ? new IndexedThing(thing.Id, thing.Locale, entry: null, article, section) : thing;
    }

    private static SearchHit HitOf(IndexedThing thing, double score) =>
        new(thing.Id, thing.Entry, thing.Article, thing.Section, Math.Round(score, ScoreDigits), []);

    private Func<SearchHit, SearchHit> HighlighterFor(QueryPlan plan)
    {
        var byLanguage = new Dictionary<string, Highlighter>(StringComparer.Ordinal);
        return hit =>
        {
            var language = hit.Article.Locale.Language;
            if (!byLanguage.TryGetValue(language, out var highlighter))
            {
                byLanguage.Add(language, highlighter = new Highlighter(plan, _planner.TermsOf(language)));
            }

            return hit with { Highlights = highlighter.Highlight(hit.Title, hit.Entry) };
        };
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
                things.Add(IndexedThing.Of(knowledgeBase, Encoding.UTF8.GetString(value.Bytes, value.Offset, value.Length)));
            }
        }

        return things.MoveToImmutable();
    }
}
