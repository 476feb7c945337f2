using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Search.Indexing;
using KbApi.Search.Languages;

namespace KbApi.Search.Queries;

/// <summary>A way to say something in another language or in other words.</summary>
/// <param name="Language">The language.</param>
/// <param name="Terms">Its terms, one or more.</param>
internal sealed record Translation(string Language, ImmutableArray<string> Terms);

/// <summary>What terms of one language are in the languages of the content: help-desk vocabulary, and what aligned entries teach. Immutable.</summary>
internal sealed class Translations
{
    /// <summary>How many words the longest phrase has.</summary>
    public const int MaxWords = 3;

    /// <summary>How many pairs of characters the longest word has in scripts without spaces.</summary>
    public const int MaxPairs = 8;

    /// <summary>Terms of a phrase are joined by this.</summary>
    private const char Joint = ' ';

    private readonly FrozenDictionary<string, ImmutableArray<Translation>> _byPhrase;

    /// <summary>How many terms the longest phrase has that begins with a term, where that is more than one.</summary>
    private readonly FrozenDictionary<string, int> _longest;

    /// <param name="source">The language translated from.</param>
    /// <param name="targets">The languages translated to, the source among them where the content has it: other words say the same.</param>
    /// <param name="concepts">What help desks talk about.</param>
    /// <param name="model">What the content teaches.</param>
    public Translations(LanguageTerms source, IReadOnlyCollection<LanguageTerms> targets, ConceptSet concepts, LanguageModel model)
    {
        var found = new Dictionary<string, List<Translation>>(StringComparer.Ordinal);
        foreach (var (concept, words) in concepts.Of(source.Language))
        {
            ImmutableArray<Translation> ways =
                [.. targets.SelectMany(t => concepts.Of(t.Language).GetValueOrDefault(concept, []).Select(w => new Translation(t.Language, t.TermsOf(w))))];
            foreach (var phrase in words.Select(w => string.Join(Joint, source.TermsOf(w))))
            {
                ListOf(found, phrase).AddRange(ways.Where(w => string.Join(Joint, w.Terms) != phrase));
            }
        }

        foreach (var pair in model.Pairs)
        {
            if (pair.Language == source.Language)
            {
                ListOf(found, pair.Term).Add(new Translation(pair.OtherLanguage, [pair.OtherTerm]));
            }
            else if (pair.OtherLanguage == source.Language)
            {
                ListOf(found, pair.OtherTerm).Add(new Translation(pair.Language, [pair.Term]));
            }
        }

        _byPhrase = found.ToFrozenDictionary(f => f.Key, f => f.Value.DistinctBy(t => string.Join(Joint, t.Terms)).ToImmutableArray(), StringComparer.Ordinal);
        _longest = _byPhrase.Keys
            .Select(phrase => phrase.Split(Joint))
            .Where(terms => terms.Length > 1)
            .GroupBy(terms => terms[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Max(terms => terms.Length), StringComparer.Ordinal);
    }

    /// <summary>How many terms the longest phrase has that begins with a term.</summary>
    public int LongestFrom(string term) => _longest.GetValueOrDefault(term, 1);

    /// <summary>Other ways to say a phrase; none where nothing is known of it.</summary>
    public ImmutableArray<Translation> Of(params IEnumerable<string> terms) => _byPhrase.GetValueOrDefault(string.Join(Joint, terms), []);

    private static List<Translation> ListOf(Dictionary<string, List<Translation>> found, string phrase) =>
        found.TryGetValue(phrase, out var list) ? list : found[phrase] = [];
}
