using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>Makes Lucene's queries of a plan.</summary>
internal sealed class QueryCompiler
{
    private const float NameBoost = 0.6f;
    private const float CodeBoost = 60;
    private const float MentionBoost = 25;
    private const float SideCodeShare = 0.25f;
    private const float WeakCodeShare = 0.1f;
    private const int MaxNeighbourTerms = 4;
    private const float SpelledNameBoost = 12;
    private const float PartsBoost = 1.4f;

    /// <summary>Sums of numbers of this precision depend a little on their order.</summary>
    private const float RoundingMargin = 1.001f;

    /// <summary>Other answers to the same word add little: it was asked for once.</summary>
    private const float TieBreaker = 0.1f;

    /// <summary>The least share of a query that an answer covers.</summary>
    private const float LeastCoveredShare = 0.53f;

    /// <summary>A number that nothing has outweighs words that much has: numbers are what people look up.</summary>
    private const double UnknownNumber = 2;

    /// <summary>Where the content is in other languages, a word that it does not have may only lack a translation.</summary>
    private const double UnknownForeignWord = 0.35;

    /// <summary>In a long query, one word is no answer.</summary>
    private const int LongQuery = 3;

    private readonly QueryPlan _plan;

    /// <summary>Of several codes the rarest: what stands beside it is its class, as in <c>550 5.1.10</c>. Or null.</summary>
    private readonly QueryWord? _mainCode;

    public QueryCompiler(QueryPlan plan)
    {
        _plan = plan;
        _mainCode = plan.Words.Where(w => w.IsStrongCode).MinBy(w => w.Code!.Owners);
    }

    /// <summary>How many documents answer all of the query, at most; at least 1.</summary>
    public int MaxComplete => Math.Max(1, _plan.Words.Where(w => IsRequired(w) && w.Code is null).Select(w => w.Alternatives.Sum(a => a.Count)).DefaultIfEmpty(int.MaxValue).Min());

    /// <summary>What answers all words, of a query with codes the rarest code, or most of what is telling in the query.</summary>
    public CoverageQuery Compile(SearchFilter filter)
    {
        var total = 0.0;
        var isComplete = true;
        var known = new List<CoverageWord>(_plan.Words.Length);
        foreach (var word in _plan.Words)
        {
            total += word.Information * WeightOf(word);
            isComplete &= !word.IsUnknown || !IsRequired(word);
        }

        foreach (var word in _plan.Words.Where(w => !w.IsUnknown))
        {
            var codeShare = word == _mainCode ? 1 : word.IsStrongCode ? SideCodeShare : WeakCodeShare;
            var share = (float)(word.Information * ShareOf(word) / total);
            known.Add(new CoverageWord(WordIn(IndexFields.Text, word, boost: 1, codeShare), share, MostScoreOf(word, codeShare), IsRequired(word)));
        }

        return new CoverageQuery(known, FiltersOf(filter), new LeastCoverage(isComplete, LeastCoveredShare, known.Count < LongQuery ? 1 : 2));
    }

    /// <summary>Words that stand side by side make a hit better, and no hit by themselves.</summary>
    public IEnumerable<NeighbourBonus> Neighbours()
    {
        for (var i = 1; i < _plan.Words.Length; i++)
        {
            var (first, next) = (SinglesOf(_plan.Words[i - 1]), SinglesOf(_plan.Words[i]));
            if (first.Length > 0 && next.Length > 0 && !first.Intersect(next).Any())
            {
                yield return new NeighbourBonus(first, next);
            }
        }
    }

    /// <summary>What else makes a hit better and no hit by itself: words in the name, words that spell a code's name.</summary>
    public List<Query> Bonuses()
    {
        var bonuses = new List<Query>();
        foreach (var word in _plan.Words)
        {
            if (word.Code is null && !word.IsUnknown)
            {
                bonuses.Add(WordIn(IndexFields.Name, word, NameBoost, codeShare: 0));
            }
        }

        bonuses.AddRange(_plan.Names.SelectMany(n => n.Values).Select(n => Exact(IndexFields.Code, n, SpelledNameBoost)));
        return bonuses;
    }

    /// <summary>Beside a code, other words only help.</summary>
    private bool IsRequired(QueryWord word) => _mainCode is null || word == _mainCode;

    private double WeightOf(QueryWord word) =>
        !word.IsUnknown ? 1
        : word.Text.Any(char.IsDigit) ? UnknownNumber
        : _plan.IsForeign ? UnknownForeignWord
        : 1;

    /// <summary>A guess answers less of the question than the word itself.</summary>
    private static double ShareOf(QueryWord word) => word.Alternatives.IsEmpty ? 1 : word.Alternatives[0].Kind switch
    {
        MatchKind.Corrected => 0.8,
        MatchKind.SomeParts => 0.5,
        _ => 1,
    };

    private static IndexTerm[] SinglesOf(QueryWord word) =>
        [.. word.Alternatives.Where(a => a.Terms.Length == 1).Take(MaxNeighbourTerms).Select(a => a.Terms[0])];

    private static Query WordIn(string field, QueryWord word, float boost, float codeShare)
    {
        if (word.Code is null && word.Alternatives.Length == 1)
        {
            return AlternativeIn(field, word.Alternatives[0], boost);
        }

        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var alternative in word.Alternatives)
        {
            best.Add(AlternativeIn(field, alternative, boost));
        }

        foreach (var code in word.Code?.Values ?? [])
        {
            best.Add(Exact(IndexFields.Code, code, CodeBoost * codeShare));
            best.Add(Exact(IndexFields.Mention, code, MentionBoost * codeShare));
        }

        return best;
    }

    /// <summary>What no document scores more than for a word.</summary>
    private static float MostScoreOf(QueryWord word, float codeShare)
    {
        var (most, sum) = (0f, 0f);
        foreach (var alternative in word.Alternatives)
        {
            var (boost, score) = (BoostOf(alternative), 0f);
            foreach (var term in alternative.Terms)
            {
                score += boost * term.MostScore;
            }

            most = Math.Max(most, score);
            sum += score;
        }

        foreach (var _ in word.Code?.Values ?? [])
        {
            most = Math.Max(most, CodeBoost * codeShare);
            sum += (CodeBoost + MentionBoost) * codeShare;
        }

        return (most + ((sum - most) * TieBreaker)) * RoundingMargin;
    }

    /// <summary>The parts of one word are one word: together they count no more than it.</summary>
    private static float BoostOf(Alternative alternative) =>
        alternative.Terms.Length == 1 ? alternative.Weight : alternative.Weight / alternative.Terms.Length * PartsBoost;

    private static Query AlternativeIn(string field, Alternative alternative, float boost)
    {
        if (alternative.Terms.Length == 1)
        {
            return TermIn(field, alternative.Terms[0], boost * BoostOf(alternative));
        }

        var all = new BooleanQuery { Boost = boost * BoostOf(alternative) };
        foreach (var term in alternative.Terms)
        {
            all.Add(TermIn(field, term, boost: 1), Occur.MUST);
        }

        return all;
    }

    private static Query TermIn(string field, IndexTerm term, float boost) => field == IndexFields.Text && term.Postings is { } postings
        ? new KeptTermQuery(term, postings) { Boost = boost }
        : new TermQuery(new Term(field, term.Text), term.In(field)) { Boost = boost };

    private static IReadOnlyList<Query> FiltersOf(SearchFilter filter) => filter == SearchFilter.None ? [] :
    [
        .. new[]
        {
            (IndexFields.Article, filter.Article),
            (IndexFields.Section, filter.Section),
            (IndexFields.Source, filter.Source?.ToLowerInvariant()),
            (IndexFields.Severity, filter.Severity),
            (IndexFields.Scheme, filter.Scheme),
        }.Where(f => f.Item2 is not null).Select(f => new TermQuery(new Term(f.Item1, f.Item2))),
    ];

    private static ConstantScoreQuery Exact(string field, string value, float boost) => new(new TermQuery(new Term(field, value))) { Boost = boost };
}
