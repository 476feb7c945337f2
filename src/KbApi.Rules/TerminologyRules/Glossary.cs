using System.Collections.Immutable;

namespace KbApi.Rules.TerminologyRules;

/// <summary>A term and what translations make of it.</summary>
/// <param name="Source">The term in the original.</param>
/// <param name="Accepted">Renderings that are right, the best first.</param>
/// <param name="Wrong">Renderings that machines make and that mean something else.</param>
internal sealed record GlossaryTerm(string Source, ImmutableArray<string> Accepted, ImmutableArray<string> Wrong);

/// <summary>Terms of administration whose renderings by machines mean something else.</summary>
internal static class Glossary
{
    private static readonly ImmutableArray<GlossaryTerm> EnglishToSwedish =
    [
        new("offboarding", ["offboarding"], ["övervakningsinstrumentpanelen", "instrumentpanelen"]),
        new("issue number", ["ärendenummer"], ["utfärda nummer"]),
        new("heartbeat", ["pulsslag", "livstecken"], ["hjärtslag"]),
        new("tenant", ["klientorganisation", "klient"], ["hyresgäst", "hyresgästen"]),
        new("failover", ["redundansväxling"], ["misslyckas över"]),
    ];

    /// <summary>The terms of a pair of languages; none where nobody has listed any.</summary>
    public static ImmutableArray<GlossaryTerm> For(string source, string target) => (source, target) is ("en", "sv") ? EnglishToSwedish : [];
}
