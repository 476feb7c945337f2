using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Verbs that a pronoun has been written onto, as in <c>reinícielo</c>, <c>riavviarlo</c>, <c>redémarrez-le</c>. The verb loses or
/// gains an accent by it, and infinitives their ending, so it is looked up without both.
/// </summary>
internal sealed class EncliticVerbs
{
    private const int MinVerbLength = 3;
    private const int MaxWordLength = 40;

    private readonly FrozenSet<string> _verbs;
    private readonly string[] _pronouns;

    /// <param name="pronouns">What may stand behind a verb, with its hyphen where it has one.</param>
    /// <param name="actions">The verbs.</param>
    public EncliticVerbs(IEnumerable<string> pronouns, IEnumerable<string> actions)
    {
        _pronouns = [.. pronouns.Distinct(StringComparer.OrdinalIgnoreCase)];
        _verbs = _pronouns.Length == 0 ? [] : actions.Select(WithoutAccents).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a word is one of the verbs and a pronoun.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxWordLength)
        {
            return false;
        }

        foreach (var pronoun in _pronouns)
        {
            if (word.Length >= pronoun.Length + MinVerbLength && word.EndsWith(pronoun, StringComparison.OrdinalIgnoreCase) && IsVerb(WithoutAccents(word[..^pronoun.Length].ToString()), pronoun))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is a verb: infinitives have lost an r before the hyphen of "reiniciá-lo", and the e of "riavviare" in "riavviarlo".</summary>
    private bool IsVerb(string word, string pronoun) =>
        _verbs.Contains(word) || (pronoun.StartsWith("-l", StringComparison.Ordinal) && _verbs.Contains(word + "r")) || (word[^1] == 'r' && _verbs.Contains(word + "e"));

    private static string WithoutAccents(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
