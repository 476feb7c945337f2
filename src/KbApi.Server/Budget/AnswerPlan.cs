using System.Collections.Immutable;

namespace KbApi.Server.Budget;

/// <summary>Which members of an answer matter: for <c>detail=brief</c>, and when a budget asks to leave some out.</summary>
/// <param name="Always">Members that are there whatever the budget is.</param>
/// <param name="Brief">Further members of a brief answer, most important first.</param>
/// <param name="Rest">The other members, most important first; what is named nowhere comes last.</param>
internal sealed record AnswerPlan(ImmutableArray<string> Always, ImmutableArray<string> Brief, ImmutableArray<string> Rest)
{
    /// <summary>Nested objects that may be cut inside; all others are kept or left out as a whole.</summary>
    public ImmutableArray<string> Divisible { get; init; } = [];

    /// <summary>Of lists whose items may be cut inside, and of objects that keep some members when they are: what matters in one, by the member's name.</summary>
    public ImmutableDictionary<string, AnswerPlan> Parts { get; init; } = ImmutableDictionary<string, AnswerPlan>.Empty;

    /// <summary>
    /// Lists whose first items come before all else of the answer: one of each is worth more than the rest of any. Of an item that may be cut inside, it is
    /// what its own plan has always and in brief.
    /// </summary>
    public ImmutableArray<string> Leading { get; init; } = [];

    /// <summary>The members in the order in which a budget lets them in.</summary>
    public IEnumerable<string> Order => Always.Concat(Brief).Concat(Rest);
}
