namespace KbApi.Rules.Classification.Words;

/// <summary>Makes forms of a word alike: endings of inflection are cut off, and long words end after a while. Light, for English and Swedish above all.</summary>
internal static class WordForm
{
    private const int FewestStemChars = 4;
    private const int MostChars = 8;

    /// <summary>The endings, by their last letter: a word has those of one letter only.</summary>
    private static readonly string[][] EndingsByLetter = ByLastLetter(
    [
        "ningarna", "ningen", "ningar", "arnas", "ernas", "ornas", "arna", "erna", "orna", "ning", "ings", "ing", "ens", "ets", "ade", "ies", "ied",
        "ed", "es", "en", "et", "er", "ar", "or", "na", "ly", "as", "s", "a", "e", "y", "t", "n",
    ]);

    /// <summary>The number of characters of a lower-case word that are compared.</summary>
    public static int Shorten(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > FewestStemChars && !word.ContainsAnyInRange('0', '9'))
        {
            foreach (var ending in char.IsAsciiLetterLower(word[^1]) ? EndingsByLetter[word[^1] - 'a'] : [])
            {
                if (length - ending.Length >= FewestStemChars && word.EndsWith(ending, StringComparison.Ordinal))
                {
                    length -= ending.Length;
                    break;
                }
            }

            // A doubled consonant before an ending: "dropped", "setting".
            if (length > FewestStemChars && length < word.Length && word[length - 1] == word[length - 2])
            {
                length--;
            }

            length = Math.Min(length, MostChars);
        }

        return length;
    }

    private static string[][] ByLastLetter(string[] endings) => [.. Enumerable.Range('a', 26).Select(letter => endings.Where(e => e[^1] == letter).ToArray())];
}
