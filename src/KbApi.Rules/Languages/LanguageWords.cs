using System.Collections.Immutable;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Languages;

/// <summary>Words of a language that rules look for. Of a language that nobody has described nothing is known, and rules that need its words find nothing.</summary>
internal sealed record LanguageWords
{
    /// <summary>A language of which nothing is known.</summary>
    public static LanguageWords None { get; } = new();

    /// <summary>Words that negate, or say that something fails or is missing.</summary>
    public ImmutableArray<string> Negations { get; init; } = [];

    /// <summary>The words in front of a step's number.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Phrases that point to a section by its place.</summary>
    public ImmutableArray<string> SectionAbove { get; init; } = [];

    /// <summary>Phrases that say how many steps have to be tried before, by that number.</summary>
    public ImmutableSortedDictionary<int, ImmutableArray<string>> AfterSteps { get; init; } = ImmutableSortedDictionary<int, ImmutableArray<string>>.Empty;

    /// <summary>Beginnings of words that say the opposite of each other.</summary>
    public ImmutableArray<(string First, string Second)> Opposites { get; init; } = [];

    /// <summary>Beginnings of words that tools have put together, and the word that was meant.</summary>
    public ImmutableArray<(string Seen, string Meant)> Glue { get; init; } = [];

    /// <summary>What is never written, and what is written in its place.</summary>
    public ImmutableSortedDictionary<string, string> Misspelt { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Terms of other languages and what this language calls them.</summary>
    public ImmutableArray<GlossaryTerm> Terms { get; init; } = [];

    /// <summary>Whether a text negates something.</summary>
    public bool Negates(string text) => Negations.Any(n => Tokens.CountWord(text, n) > 0);

    /// <summary>These words and those of another description, which go first.</summary>
    public LanguageWords With(LanguageWords more) => new()
    {
        Negations = [.. more.Negations.Union(Negations, StringComparer.OrdinalIgnoreCase)],
        Steps = [.. more.Steps.Union(Steps, StringComparer.OrdinalIgnoreCase)],
        SectionAbove = [.. more.SectionAbove.Union(SectionAbove, StringComparer.OrdinalIgnoreCase)],
        AfterSteps = more.AfterSteps.Aggregate(AfterSteps, (all, p) => all.SetItem(p.Key, [.. p.Value, .. all.GetValueOrDefault(p.Key, [])])),
        Opposites = [.. more.Opposites.Union(Opposites)],
        Glue = [.. more.Glue.Union(Glue)],
        Misspelt = Misspelt.SetItems(more.Misspelt),
        Terms = [.. more.Terms, .. Terms.Where(t => !more.Terms.Any(m => m.IsSame(t)))],
    };
}

/// <summary>A term of one language and what another makes of it.</summary>
/// <param name="From">The language of the term, as a primary subtag.</param>
/// <param name="Source">The term.</param>
/// <param name="Accepted">Renderings that are right, the best first.</param>
/// <param name="Rejected">Renderings that mean something else.</param>
internal sealed record GlossaryTerm(string From, string Source, ImmutableArray<string> Accepted, ImmutableArray<string> Rejected)
{
    public bool IsSame(GlossaryTerm other) => From == other.From && Source.Equals(other.Source, StringComparison.OrdinalIgnoreCase);
}
