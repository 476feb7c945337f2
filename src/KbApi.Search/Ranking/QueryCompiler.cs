using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>Makes Lucene's queries of plans.</summary>
internal static class QueryCompiler
{
    private const float NameBoost = 0.6f;
    private const float CodeBoost = 60;
    private const float MentionBoost = 25;
    private const float SideCodeShare = 0.25f;
    private const float WeakCodeShare = 0.1f;
    private const float PhraseBoost = 0.4f;
    private const int PhraseSlop = 1;
    private const int MaxPhraseTerms = 4;
    private const float SpelledNameBoost = 12;

    /// <summary>Other answers to the same word add little: it was asked for once.</summary>
    private const float TieBreaker = 0.1f;

    /// <summary>All words have to be answered; of a query with codes, the rarest code.</summary>
    public static BooleanQuery AllOf(QueryPlan plan, SearchFilter filter)
    {
        var code = MainCodeOf(plan);
        var codes = CodeSharesOf(plan);
        var query = new BooleanQuery();
        foreach (var word in plan.Words.Where(w => !w.IsUnknown))
        {
            query.Add(WordIn(IndexFields.Text, word, boost: 1, codes(word)), code is null || word == code ? Occur.MUST : Occur.SHOULD);
        }

        AddBonuses(plan, query);
        return Narrow(query, filter);
    }

    /// <summary>Some of the words will do.</summary>
    public static BooleanQuery AnyOf(QueryPlan plan, SearchFilter filter, int least)
    {
        var some = new BooleanQuery { MinimumNumberShouldMatch = least };
        var codes = CodeSharesOf(plan);
        foreach (var word in plan.Words.Where(w => !w.IsUnknown))
        {
            some.Add(WordIn(IndexFields.Text, word, boost: 1, codes(word)), Occur.SHOULD);
        }

        var query = new BooleanQuery { { some, Occur.MUST } };
        AddBonuses(plan, query);
        return Narrow(query, filter);
    }

    /// <summary>Of several codes the rarest: what stands beside it is its class, as in <c>550 5.1.10</c>. Or null.</summary>
    private static QueryWord? MainCodeOf(QueryPlan plan) => plan.Words.Where(w => w.IsStrongCode).MinBy(w => w.Code!.Owners);

    private static Func<QueryWord, float> CodeSharesOf(QueryPlan plan)
    {
        var main = MainCodeOf(plan);
        return word => word == main ? 1 : word.IsStrongCode ? SideCodeShare : WeakCodeShare;
    }

    /// <summary>What makes a hit better and no hit by itself: words in the name, words side by side, words that spell a code's name.</summary>
    private static void AddBonuses(QueryPlan plan, BooleanQuery query)
    {
        foreach (var word in plan.Words.Where(w => w.Code is null && !w.IsUnknown))
        {
            query.Add(WordIn(IndexFields.Name, word, NameBoost, codeShare: 0), Occur.SHOULD);
        }

        foreach (var (first, second) in plan.Words.Zip(plan.Words.Skip(1)))
        {
            if (PhraseOf(first, second) is { } phrase)
            {
                query.Add(phrase, Occur.SHOULD);
            }
        }

        foreach (var name in plan.Names.SelectMany(n => n.Values))
        {
            query.Add(Exact(IndexFields.Code, name, SpelledNameBoost), Occur.SHOULD);
        }
    }

    /// <summary>Two words that stand together in the query and in the text, or null where one of them is no single word.</summary>
    private static MultiPhraseQuery? PhraseOf(QueryWord first, QueryWord second)
    {
        var (terms, next) = (SinglesOf(first), SinglesOf(second));
        if (terms.Length == 0 || next.Length == 0)
        {
            return null;
        }

        var phrase = new MultiPhraseQuery { Slop = PhraseSlop, Boost = PhraseBoost };
        phrase.Add(terms);
        phrase.Add(next);
        return phrase;
    }

    private static Term[] SinglesOf(QueryWord word) =>
        [.. word.Alternatives.Where(a => a.Terms.Length == 1).Take(MaxPhraseTerms).Select(a => new Term(IndexFields.Text, a.Terms[0]))];

    private static Query WordIn(string field, QueryWord word, float boost, float codeShare)
    {
        var alternatives = word.Alternatives.Select(a => AlternativeIn(field, a, boost)).ToList();
        foreach (var code in word.Code?.Values ?? [])
        {
            alternatives.Add(Exact(IndexFields.Code, code, CodeBoost * codeShare));
            alternatives.Add(Exact(IndexFields.Mention, code, MentionBoost * codeShare));
        }

        if (alternatives.Count == 1)
        {
            return alternatives[0];
        }

        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach (var alternative in alternatives)
        {
            best.Add(alternative);
        }

        return best;
    }

    private static Query AlternativeIn(string field, Alternative alternative, float boost)
    {
        if (alternative.Terms.Length == 1)
        {
            return new TermQuery(new Term(field, alternative.Terms[0])) { Boost = boost * alternative.Weight };
        }

        // The parts of one word are one word: together they count no more than it.
        var all = new BooleanQuery { Boost = boost * alternative.Weight / alternative.Terms.Length * 1.4f };
        foreach (var term in alternative.Terms)
        {
            all.Add(new TermQuery(new Term(field, term)), Occur.MUST);
        }

        return all;
    }

    private static BooleanQuery Narrow(BooleanQuery query, SearchFilter filter)
    {
        Add(IndexFields.Article, filter.Article);
        Add(IndexFields.Section, filter.Section);
        Add(IndexFields.Source, filter.Source?.ToLowerInvariant());
        Add(IndexFields.Severity, filter.Severity);
        Add(IndexFields.Scheme, filter.Scheme);
        return query;

        void Add(string field, string? value)
        {
            if (value is not null)
            {
                query.Add(Exact(field, value, boost: 0), Occur.MUST);
            }
        }
    }

    private static ConstantScoreQuery Exact(string field, string value, float boost) => new(new TermQuery(new Term(field, value))) { Boost = boost };
}
