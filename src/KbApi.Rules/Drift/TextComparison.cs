using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Drift;

/// <summary>Compares a field with the same field of the original by what machines read: ranges, names, placeholders; and by its words within a language.</summary>
internal static class TextComparison
{
    private const double SameSentence = 0.6;

    /// <summary>What differs.</summary>
    /// <param name="original">The document of the original.</param>
    /// <param name="from">The field there.</param>
    /// <param name="here">The document that is judged.</param>
    /// <param name="to">The field in it.</param>
    /// <param name="everything">All texts of the item in the document: what stands in another field has moved.</param>
    /// <param name="isCell">Whether the field stands in a cell of a table.</param>
    public static IEnumerable<DriftReason> Compare(DriftSide original, EntryField from, DriftSide here, EntryField to, string everything, bool isCell)
    {
        foreach (var (range, left, _) in TextParity.LostRanges(from.Text, everything))
        {
            yield return Reason(DriftReasonKind.Range, range, left);
        }

        foreach (var name in TextParity.LostIdentifiers(from.Text, everything, isCell))
        {
            yield return Reason(DriftReasonKind.Identifier, name, "");
        }

        foreach (var name in TextParity.LostPlaceholders(from.Text, everything))
        {
            yield return Reason(DriftReasonKind.Placeholder, name, "");
        }

        DriftReason Reason(DriftReasonKind kind, string source, string target) => new(
            kind, source, target, original.At(PlaceOf(from, source)), here.At(target.Length > 0 ? PlaceOf(to, target) : to.Span));
    }

    /// <summary>Compares the words of a field in one language: a negation that one of two sentences lacks, or other words.</summary>
    public static DriftReason? CompareWords(DriftSide original, EntryField from, DriftSide here, EntryField to)
    {
        if (string.Equals(Plain(from), Plain(to), StringComparison.Ordinal))
        {
            return null;
        }

        var (left, right) = (Negations(original, from), Negations(here, to));
        var kind = left == right || Overlap(from.Text, to.Text) < SameSentence ? DriftReasonKind.Wording
            : left > right ? DriftReasonKind.NegationLost
            : DriftReasonKind.NegationAdded;
        return new DriftReason(kind, "", "", original.At(from.Span), here.At(to.Span));
    }

    /// <summary>The share of words in common, from 0 to 1.</summary>
    public static double Overlap(string left, string right)
    {
        var (a, b) = (WordsOf(left), WordsOf(right));
        var common = a.Count(b.Contains);
        return (double)common / Math.Max(1, a.Count + b.Count - common);
    }

    /// <summary>A text without the differences in white space that nobody reads.</summary>
    public static string Plain(EntryField field) => string.Join(' ', field.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TextSpan? PlaceOf(EntryField field, string part) =>
        field.Texts.FirstOrDefault(t => t.Text.Contains(part, StringComparison.OrdinalIgnoreCase))?.Span ?? field.Span;

    private static int Negations(DriftSide side, EntryField field) => side.Words.Negations.Sum(n => Tokens.CountWord(field.Text, n));

    private static HashSet<string> WordsOf(string text) => Tokens.Words(text).Select(w => w.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
