using System.Collections.Immutable;

namespace KbApi.Search.Queries;

/// <summary>The languages that the words of a reader's query may be of, the likeliest first, and what is known of them.</summary>
/// <param name="terms">Their terms.</param>
/// <param name="translations">What their words are in the languages of the content.</param>
internal sealed class QueryLanguages(ImmutableArray<LanguageTerms> terms, ImmutableArray<Translations> translations)
{
    private const int MaxAnswers = 8192;

    public ImmutableArray<LanguageTerms> Terms => terms;

    public ImmutableArray<Translations> Translations => translations;

    /// <summary>What answers to words that were asked for before.</summary>
    public BoundedCache<AnswerKey, WordAnswers> Answers { get; } = new(MaxAnswers, EqualityComparer<AnswerKey>.Default);
}
