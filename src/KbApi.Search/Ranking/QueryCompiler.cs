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
    private const float PhraseBoost = 0.4f;
    private const int PhraseSlop = 1;
    private const int MaxPhraseTerms = 4;
    private const float SpelledNameBoost = 12;

    /// <summary>Other answers to the same word add little: it was asked for once.</summary>
    private const float TieBreaker = 0.1f;

    /// <summary>The least share of a query that an answer covers.</summary>
    private const float LeastCoverage = 0.53f;

    /// <summary>A number that nothing has outweighs words that much has: numbers are what people look up.</summary>
    private const double UnknownNumber = 2;

    /// <summary>Where the content is in other languages, a word that it does not have may only lack a translation.</summary>
    private const double UnknownForeignWord = 0.35;

    private readonly QueryPlan _plan;
    private readonly SearchFilter _filter;

    /// <summary>Of several codes the rarest: what stands beside it is its class, as in <c>550 5.1.10</c>. Or null.</summary>
    private readonly QueryWord? _mainCode;
    private readonly List<(QueryWord Word, Query Query)> _words = [];

    public QueryCompiler(QueryPlan plan, SearchFilter filter)
    {
        _plan = plan;
        _filter = filter;
        _mainCode = plan.Words.Where(w => w.IsStrongCode).MinBy(w => w.Code!.Owners);
        foreach (var word in plan.Words)
        {
            if (!word.IsUnknown)
            {
                var codeShare = word == _mainCode ? 1 : word.IsStrongCode ? SideCodeShare : WeakCodeShare;
                _words.Add((word, WordIn(IndexFields.Text, word, boost: 1, codeShare)));
            }
        }
    }

    /// <summary>All words have to be answered; of a query with codes, the rarest code.</summary>
    public Query AllOf()
    {
        if (_words.Count == 1 && _filter == SearchFilter.None)
        {
            return _words[0].Query;
        }

        var query = new BooleanQuery();
        foreach (var (word, answer) in _words)
        {
            query.Add(answer, _mainCode is null || word == _mainCode ? Occur.MUST : Occur.SHOULD);
        }

        Narrow(query);
        return query;
    }

    /// <summary>Most of what is telling in the query will do.</summary>
    /// <param name="leastWords">How many words have to be answered.</param>
    public Query MostOf(int leastWords)
    {
        var total = _plan.Words.Sum(w => w.Information * WeightOf(w));
        var most = new CoverageQuery(
            [.. _words.Select(w => new CoverageWord(w.Query, (float)(w.Word.Information * ShareOf(w.Word) / total)))], LeastCoverage, leastWords);
        if (_filter == SearchFilter.None)
        {
            return most;
        }

        var query = new BooleanQuery { { most, Occur.MUST } };
        Narrow(query);
        return query;
    }

    /// <summary>
    /// What makes a hit better and no hit by itself: words in the name, words side by side, words that spell a code's name. Null where
    /// nothing does.
    /// </summary>
    public Query? Bonuses()
    {
        var query = new BooleanQuery();
        foreach (var word in _plan.Words.Where(w => w.Code is null && !w.IsUnknown))
        {
            query.Add(WordIn(IndexFields.Name, word, NameBoost, codeShare: 0), Occur.SHOULD);
        }

        for (var i = 1; i < _plan.Words.Length; i++)
        {
            if (PhraseOf(_plan.Words[i - 1], _plan.Words[i]) is { } phrase)
            {
                query.Add(phrase, Occur.SHOULD);
            }
        }

        foreach (var name in _plan.Names.SelectMany(n => n.Values))
        {
            query.Add(Exact(IndexFields.Code, name, SpelledNameBoost), Occur.SHOULD);
        }

        return query.Clauses.Count == 0 ? null : query;
    }

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

    /// <summary>Two words that stand together in the query and in the text, or null where one of them is no single word.</summary>
    private static Query? PhraseOf(QueryWord first, QueryWord second)
    {
        var (terms, next) = (SinglesOf(first), SinglesOf(second));
        if (terms.Length == 0 || next.Length == 0)
        {
            return null;
        }

        if (terms.Length == 1 && next.Length == 1)
        {
            var pair = new PhraseQuery { Slop = PhraseSlop, Boost = PhraseBoost };
            pair.Add(terms[0]);
            pair.Add(next[0]);
            return pair;
        }

        var pairs = new MultiPhraseQuery { Slop = PhraseSlop, Boost = PhraseBoost };
        pairs.Add(terms);
        pairs.Add(next);
        return pairs;
    }

    private static Term[] SinglesOf(QueryWord word) =>
        [.. word.Alternatives.Where(a => a.Terms.Length == 1).Take(MaxPhraseTerms).Select(a => new Term(IndexFields.Text, a.Terms[0].Text))];

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

    private static Query AlternativeIn(string field, Alternative alternative, float boost)
    {
        if (alternative.Terms.Length == 1)
        {
            return TermIn(field, alternative.Terms[0], boost * alternative.Weight);
        }

        // The parts of one word are one word: together they count no more than it.
        var all = new BooleanQuery { Boost = boost * alternative.Weight / alternative.Terms.Length * 1.4f };
        foreach (var term in alternative.Terms)
        {
            all.Add(TermIn(field, term, boost: 1), Occur.MUST);
        }

        return all;
    }

    private static TermQuery TermIn(string field, IndexTerm term, float boost) => field == IndexFields.Text
        ? new TermQuery(new Term(field, term.Text), term.Context) { Boost = boost }
        : new TermQuery(new Term(field, term.Text)) { Boost = boost };

    private void Narrow(BooleanQuery query)
    {
        Add(IndexFields.Article, _filter.Article);
        Add(IndexFields.Section, _filter.Section);
        Add(IndexFields.Source, _filter.Source?.ToLowerInvariant());
        Add(IndexFields.Severity, _filter.Severity);
        Add(IndexFields.Scheme, _filter.Scheme);

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
