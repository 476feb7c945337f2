using System.Collections.Immutable;

namespace KbApi.Search.Queries;

/// <summary>How a term answers to a word of a query.</summary>
internal enum MatchKind
{
    /// <summary>It is that word.</summary>
    Same,

    /// <summary>They are the parts of it.</summary>
    Parts,

    /// <summary>It is one of the parts of it.</summary>
    SomeParts,

    /// <summary>It is the word with or without marks on its letters.</summary>
    Folded,

    /// <summary>It says the same in this or another language.</summary>
    Translated,

    /// <summary>It begins with the word.</summary>
    Completed,

    /// <summary>The word may be a typing error for it.</summary>
    Corrected,
}

/// <summary>Terms that, together, answer to a word.</summary>
/// <param name="Terms">The terms; all of them have to be there.</param>
/// <param name="Weight">How good an answer they are, up to 1.</param>
/// <param name="Kind">How they answer.</param>
internal sealed record Alternative(ImmutableArray<IndexTerm> Terms, float Weight, MatchKind Kind)
{
    /// <summary>How many documents have all of the terms, at most.</summary>
    public int Count { get; } = Terms.Min(t => t.Count);

    /// <summary>Whether it is made of these terms in this order.</summary>
    public bool IsOf(ImmutableArray<string> terms)
    {
        if (terms.Length != Terms.Length)
        {
            return false;
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i] != Terms[i].Text)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A code of a query.</summary>
/// <param name="Values">The codes, as the index has them.</param>
/// <param name="Owners">How many entries have it.</param>
internal sealed record QueryCode(ImmutableArray<string> Values, int Owners)
{
    private const int LongestWeakNumber = 3;

    /// <summary>Whether it is a number so short that it may count anything: it is a word like others, and needs them.</summary>
    public bool IsWeak => Values.All(v => v.Length <= LongestWeakNumber && v.All(char.IsAsciiDigit));
}

/// <summary>A word of a query, with all that answers to it.</summary>
/// <param name="Text">The word as typed, in lower case.</param>
/// <param name="Start">Where it begins in the query.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Alternatives">What answers to it, the best first; empty where the content knows nothing of it.</param>
/// <param name="Information">How telling it is: the inverse document frequency of the commonest answer.</param>
/// <param name="Code">The code that it is, or null.</param>
internal sealed record QueryWord(string Text, int Start, int End, ImmutableArray<Alternative> Alternatives, double Information, QueryCode? Code)
{
    /// <summary>Whether the content knows nothing of it.</summary>
    public bool IsUnknown => Alternatives.IsEmpty && Code is null;

    /// <summary>Whether it is a code that stands for itself.</summary>
    public bool IsStrongCode => Code is { IsWeak: false };
}

/// <summary>A query as it was understood.</summary>
/// <param name="Words">Its words, without those that tell nothing.</param>
/// <param name="Names">Names of codes that its words spell together.</param>
/// <param name="DidYouMean">The query with typing errors corrected, or null.</param>
/// <param name="IsForeign">Whether the content has nothing in its language.</param>
internal sealed record QueryPlan(ImmutableArray<QueryWord> Words, ImmutableArray<QueryCode> Names, string? DidYouMean, bool IsForeign);
