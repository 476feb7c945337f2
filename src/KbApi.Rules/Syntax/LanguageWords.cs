using System.Collections.Immutable;

namespace KbApi.Rules.Syntax;

/// <summary>Words of a language that rules look for. A language that is not here is asked nothing.</summary>
/// <param name="Negations">Words that negate, or say that something fails or is missing.</param>
/// <param name="Step">The word in front of a step's number.</param>
/// <param name="SectionAbove">Phrases that point to a section by its place.</param>
/// <param name="FirstSteps">"The first step", "the first two steps" and so on, by number less one; empty where there is no phrase.</param>
internal sealed record LanguageWords(
    ImmutableArray<string> Negations, ImmutableArray<string> Step, ImmutableArray<string> SectionAbove, ImmutableArray<string> FirstSteps)
{
    private static readonly ImmutableDictionary<string, LanguageWords> ByLanguage = new Dictionary<string, LanguageWords>(StringComparer.Ordinal)
    {
        ["en"] = new(
            ["not", "cannot", "no", "never", "without", "unable", "isn't", "hasn't", "can't", "doesn't", "didn't", "aren't", "haven't"],
            ["step"],
            ["the section above", "in the above section", "the above section"],
            ["after trying the first step", "the first two steps", "the first three steps", "the first four steps"]),
        ["sv"] = new(
            ["inte", "ej", "icke", "ingen", "inget", "inga", "aldrig", "utan", "saknar", "saknas", "misslyckas", "misslyckades", "omöjligt", "felaktig", "felaktigt"],
            ["steg"],
            ["avsnittet ovan"],
            ["efter det första steget", "de två första stegen", "de tre första stegen", "de fyra första stegen"]),
        ["de"] = new(["nicht", "kein", "keine", "keinen", "keiner", "nie", "ohne"], ["Schritt"], ["im obigen Abschnitt"], []),
        ["fr"] = new(["ne", "n", "pas", "aucun", "aucune", "jamais", "sans"], [], ["la section ci-dessus"], []),
        ["es"] = new(["no", "ningún", "ninguna", "nunca", "sin"], [], ["la sección anterior"], []),
        ["it"] = new(["non", "nessun", "nessuna", "mai", "senza"], [], [], []),
        ["nl"] = new(["niet", "geen", "nooit", "zonder"], [], [], []),
        ["da"] = new(["ikke", "ingen", "intet", "aldrig", "uden", "mangler"], [], [], []),
        ["pt"] = new(["não", "nenhum", "nenhuma", "nunca", "sem"], [], [], []),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly LanguageWords None = new([], [], [], []);

    public static LanguageWords Of(string language) => ByLanguage.GetValueOrDefault(language, None);

    public bool Negates(string text) => Negations.Any(n => Tokens.CountWord(text, n) > 0);
}
