using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;
using KbApi.Search.Languages;
using KbApi.Search.Spelling;

namespace KbApi.Search.Queries;

/// <summary>Understands queries: codes first, then words with all that answers to them. For several threads at once.</summary>
internal sealed class QueryPlanner : IDisposable
{
    private const int MaxLength = 600;
    private const int MaxTokens = 32;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly ConceptSet _concepts;
    private readonly LanguageModel _model;
    private readonly IndexTerms _terms;
    private readonly ImmutableArray<string> _contentLanguages;
    private readonly ConcurrentDictionary<string, LanguageTerms> _languages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, QueryLanguages> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Translations> _translations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _ignored = new(StringComparer.Ordinal);

    public QueryPlanner(KnowledgeBase knowledgeBase, ConceptSet concepts, LanguageModel model, IndexTerms terms)
    {
        _knowledgeBase = knowledgeBase;
        _concepts = concepts;
        _model = model;
        _terms = terms;
        _contentLanguages = [.. knowledgeBase.Locales.Select(l => l.Language).Distinct(StringComparer.Ordinal)];
    }

    public QueryPlan Plan(string query, LocaleTag locale, bool isUnfinished)
    {
        var text = query.Length > MaxLength ? query[..MaxLength] : query;
        var languages = LanguagesFor(locale.Language);
        var tokens = languages.Terms[0].Tokenize(text);
        if (tokens.Count > MaxTokens)
        {
            tokens.RemoveRange(MaxTokens, tokens.Count - MaxTokens);
        }

        var finder = new AlternativeFinder(_terms, languages, tokens);
        var mentions = _knowledgeBase.Codes.FindIn(text);
        var words = new List<QueryWord>();
        var corrections = new List<(int Start, int End, string Word)>();
        for (var i = 0; i < tokens.Count;)
        {
            if (!mentions.IsEmpty && mentions.FirstOrDefault(m => m.IsCertain && tokens[i].Start >= m.Start && tokens[i].Start < m.End) is { } mention)
            {
                var count = CountWhile(tokens, i, t => t.Start < mention.End);
                words.Add(CodeWord(text, mention, finder, i, count));
                i += count;
                continue;
            }

            var last = i + CountParts(tokens, i) == tokens.Count;
            var (word, used, correction) = finder.WordAt(i, isUnfinished && last);
            words.Add(word);
            if (correction is not null)
            {
                corrections.Add((word.Start, word.End, correction));
            }

            i += used;
        }

        var names = mentions.Where(m => !m.IsCertain).Select(CodeOf).ToImmutableArray();
        var isForeign = !_contentLanguages.Contains(locale.Language);
        return new QueryPlan(WithoutIgnored(words, languages.Terms), names, Correct(text, corrections), isForeign);
    }

    /// <summary>The terms of a language, for content and queries.</summary>
    public LanguageTerms TermsOf(string language) => _languages.GetOrAdd(language, CreateTerms);

    /// <summary>The words of the reader's language, then those of the default language.</summary>
    public IEnumerable<Vocabulary> VocabulariesFor(LocaleTag locale) =>
        LanguagesFor(locale.Language).Terms.Take(2).Select(l => _terms.VocabularyOf(l.Language)).OfType<Vocabulary>();

    public void Dispose()
    {
        foreach (var language in _languages.Values)
        {
            language.Dispose();
        }
    }

    /// <summary>Compounds of a query may be made of what help desks talk about, also where the content has no word of the language.</summary>
    private LanguageTerms CreateTerms(string language) =>
        new(language, _model.LexiconOf(language).With(_concepts.Of(language).Values.SelectMany(w => w).Select(w => w.ToLowerInvariant())));

    /// <summary>
    /// The languages that the words of a query may be of: the reader's, the default, the others of the content. Readers may name any
    /// language there is; one that nothing is known of is treated as the default.
    /// </summary>
    private QueryLanguages LanguagesFor(string language) => _readers.GetOrAdd(IsKnown(language) ? language : _knowledgeBase.DefaultLocale.Language, l =>
    {
        ImmutableArray<LanguageTerms> terms =
            [.. _contentLanguages.Prepend(_knowledgeBase.DefaultLocale.Language).Prepend(l).Distinct(StringComparer.Ordinal).Select(TermsOf)];
        return new QueryLanguages(terms, [.. terms.Select(TranslationsFrom)]);
    });

    private bool IsKnown(string language) => LanguageTable.Knows(language) || _concepts.Has(language) || _contentLanguages.Contains(language);

    private Translations TranslationsFrom(LanguageTerms source) => _translations.GetOrAdd(
        source.Language, _ => new Translations(source, [.. _contentLanguages.Select(TermsOf)], _concepts, _model));

    private static QueryWord CodeWord(string text, CodeMention mention, AlternativeFinder finder, int first, int count)
    {
        var alternatives = finder.TermsTogether(first, count, mention.Owners.Select(o => o.Code.Value).Distinct(StringComparer.Ordinal));
        return new QueryWord(text[mention.Start..mention.End], mention.Start, mention.End, alternatives, finder.InformationOf(alternatives), CodeOf(mention));
    }

    private static QueryCode CodeOf(CodeMention mention) =>
        new([.. mention.Owners.Select(o => o.Code.Value).Distinct(StringComparer.Ordinal)], mention.Owners.Length);

    /// <summary>The words without those that tell nothing, unless there are no others.</summary>
    private ImmutableArray<QueryWord> WithoutIgnored(List<QueryWord> words, ImmutableArray<LanguageTerms> languages)
    {
        ImmutableArray<QueryWord> telling =
            [.. words.Where(w => w.Code is not null || !languages.Take(2).Any(l => IgnoredIn(l.Language).Contains(w.Text)))];
        return telling.IsEmpty ? [.. words] : telling;
    }

    private FrozenSet<string> IgnoredIn(string language) => _ignored.GetOrAdd(language, l =>
        LanguageTable.StopWords(l).Concat(_concepts.IgnoredIn(l)).ToFrozenSet(StringComparer.Ordinal));

    private static string? Correct(string text, List<(int Start, int End, string Word)> corrections)
    {
        foreach (var (start, end, word) in Enumerable.Reverse(corrections))
        {
            text = text[..start] + word + text[end..];
        }

        return corrections.Count == 0 ? null : text;
    }

    private static int CountWhile(List<SurfaceToken> tokens, int first, Func<SurfaceToken, bool> condition) =>
        tokens.Skip(first).TakeWhile(condition).Count();

    private static int CountParts(List<SurfaceToken> tokens, int first) => 1 + CountWhile(tokens, first + 1, t => t.Kind == TokenKind.Part);
}
