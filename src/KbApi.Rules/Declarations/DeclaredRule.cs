using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Declarations;

/// <summary>A rule that a file declares.</summary>
internal sealed record DeclaredRule
{
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>Where it looks.</summary>
    public required string Field { get; init; }

    /// <summary>The languages that it holds for, as primary subtags; empty for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>What must not stand there.</summary>
    public ImmutableArray<WordPattern> Find { get; init; } = [];

    /// <summary>What the field has to be, one of these as a whole; empty for anything.</summary>
    public ImmutableArray<WordPattern> Expect { get; init; } = [];

    /// <summary>Whether the field has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is put in the place of what must not stand there, or null.</summary>
    public string? Replacement { get; init; }
}
