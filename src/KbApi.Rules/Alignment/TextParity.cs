using KbApi.Content.Text;
using KbApi.Rules.Languages;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Alignment;

/// <summary>Compares a text with its translation by what translation leaves alone. The rules of parity and the report of drift judge alike.</summary>
internal static class TextParity
{
    private const int FewestWords = 5;

    /// <summary>Ranges whose dash the translation lost, and where what is left of them stands in it. What the original has without a dash, too, is none.</summary>
    public static IEnumerable<(string Range, string Left, int At)> LostRanges(string from, string to)
    {
        foreach (var (first, last) in Tokens.Ranges(from).Distinct())
        {
            var left = $"{first} {last}";
            if (to.IndexOf(left, StringComparison.Ordinal) is var at and >= 0 && !from.Contains(left, StringComparison.Ordinal))
            {
                yield return ($"{first}-{last}", left, at);
            }
        }
    }

    /// <summary>Whether the explanation behind a code is negated in the original and not in the translation.</summary>
    public static bool LosesNegation(string from, LanguageWords here, string to, LanguageWords there) =>
        Tokens.AfterCode(from) is { } said && Tokens.AfterCode(to) is { } rendered
        && here.Negates(said) && there.Negations.Length > 0 && !there.Negates(rendered);

    /// <summary>The word that a log line begins with where the translation does not have it, and what the translation begins with instead.</summary>
    public static (string Literal, string? Instead)? TranslatedLiteral(string from, string to) =>
        Tokens.LogPrefix(from) is { } literal && !to.Contains(literal, StringComparison.Ordinal) ? (literal, Tokens.LogPrefix(to)) : null;

    /// <summary>Placeholders of the original that the translation does not have.</summary>
    public static IEnumerable<string> LostPlaceholders(string from, string to) =>
        Tokens.Placeholders(from).Distinct(StringComparer.Ordinal).Where(name => !to.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names that only machines read and that the translation does not have.</summary>
    /// <param name="from">The original.</param>
    /// <param name="to">The translation.</param>
    /// <param name="isCell">Whether it is a cell of a table; running text has names of two parts that languages render in words of their own.</param>
    public static IEnumerable<string> LostIdentifiers(string from, string to, bool isCell) =>
        Tokens.Identifiers(from).Where(n => isCell || HasThreeParts(n)).Distinct(StringComparer.Ordinal).Where(name => !to.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a span of a document holds enough words in small letters to be in a language; names, code and links are in none.</summary>
    public static bool HasWords(DocumentSyntax document, TextSpan span)
    {
        var text = document.Text[span];
        return Tokens.Words(text).Count(w => w.Word.Length > 1 && w.Word.All(char.IsLower) && !document.IsCode(span.Start + w.Start)
            && document.Lines[document.Text.GetLine(span.Start + w.Start)].Kind == LineKind.Text
            && !Tokens.IsInLink(text, w.Start) && !Tokens.IsInAddress(text, w.Start)) >= FewestWords;
    }

    private static bool HasThreeParts(string name) => name.Contains('_', StringComparison.Ordinal) || Tokens.CountHumps(name) >= 2;
}
