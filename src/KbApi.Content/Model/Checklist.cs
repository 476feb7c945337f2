using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>What a good error report contains.</summary>
public sealed record Checklist : KnowledgeItem
{
    /// <summary>The heading above it.</summary>
    public required Prose Title { get; init; }

    /// <summary>What the document says before the list, or null.</summary>
    public Prose? Introduction { get; init; }

    /// <summary>The things to include, in order.</summary>
    public required ImmutableArray<IntakeField> Fields { get; init; }

    /// <summary>The number of fields, those below fields included.</summary>
    public int Count => Fields.Sum(f => 1 + f.Details.Length);
}

/// <summary>One thing that an error report contains.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Question">What to ask for it; the name where the document asks nothing.</param>
/// <param name="Details">Further questions, or conditions under which something else is to be sent.</param>
/// <param name="Span">Where it stands.</param>
public sealed record IntakeField(string Name, Prose Question, ImmutableArray<Prose> Details, Text.TextSpan Span);
