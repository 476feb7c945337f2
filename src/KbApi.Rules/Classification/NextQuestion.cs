using System.Collections.Immutable;

namespace KbApi.Rules.Classification;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>What the documents say of one of the candidates only.</summary>
    Fact,

    /// <summary>The code that is shown.</summary>
    Code,

    /// <summary>The program that reports it.</summary>
    Source,

    /// <summary>Where it happens.</summary>
    Place,

    /// <summary>The description that fits best.</summary>
    Description,
}

/// <summary>A question whose answer tells candidates apart.</summary>
/// <param name="Id">What an answer to it is given under.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Options">The answers that make a difference.</param>
public sealed record NextQuestion(string Id, QuestionKind Kind, ImmutableArray<QuestionOption> Options);

/// <summary>An answer to choose.</summary>
/// <param name="Value">What to give as the answer.</param>
/// <param name="Text">What to show, from the documents.</param>
/// <param name="Entries">The ids of the candidates that it speaks for.</param>
public sealed record QuestionOption(string Value, string Text, ImmutableArray<string> Entries);
