using System.Collections.Immutable;
using KbApi.Search.Analysis;

namespace KbApi.Search.Queries;

/// <summary>A word that stands alone in a query of a reader's language.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsUnfinished">Whether it may still be being typed.</param>
internal readonly record struct AnswerKey(string Text, TokenKind Kind, bool IsUnfinished);

/// <summary>What answers to a word.</summary>
/// <param name="Alternatives">What answers to it, the best first.</param>
/// <param name="Information">How telling it is.</param>
/// <param name="Correction">The word that it may be a typing error for, to be shown, or null.</param>
internal sealed record WordAnswers(ImmutableArray<Alternative> Alternatives, double Information, string? Correction);
