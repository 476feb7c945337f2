using KbApi.Rules.Syntax;

namespace KbApi.Rules.Comparison;

/// <summary>
/// Tells other words from another meaning, as far as that can be told without understanding: names, codes and most of the words are the
/// same. Numbers, negations and links are compared by themselves.
/// </summary>
internal static class TextMeaning
{
    /// <summary>The least share of words in common of two texts that say the same.</summary>
    private const double SameText = 0.5;

    /// <summary>Whether two texts of one language say the same in other words. The order of the two does not matter.</summary>
    public static bool Same(string left, string right)
    {
        var (names, others) = (Names(left), Names(right));
        return names.SetEquals(others) && Overlap(left, right) >= SameText;
    }

    private static HashSet<string> Names(string text) => Tokens.Identifiers(text).Concat(Tokens.Placeholders(text)).ToHashSet(StringComparer.Ordinal);

    private static double Overlap(string left, string right)
    {
        var (a, b) = (Words(left), Words(right));
        var common = a.Count(b.Contains);
        return (double)common / Math.Max(1, a.Count + b.Count - common);
    }

    private static HashSet<string> Words(string text) => Tokens.Words(text).Select(w => w.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
