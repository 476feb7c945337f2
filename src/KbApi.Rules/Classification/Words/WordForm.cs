namespace KbApi.Rules.Classification.Words;

/// <summary>Makes forms of a word alike: endings of inflection are cut off, and long words end after a while. Light, for English and Swedish above all.</summary>
internal static class WordForm
{
    private const int FewestStemChars = 4;
    private const int MostChars = 8;

    /// <summary>What stands for a character that no ending has.</summary>
    private const ulong Other = 0xFF;

    /// <summary>The endings, by their last letter: a word has those of one letter only.</summary>
    private static readonly Ending[][] EndingsByLetter = ByLastLetter(
    [
        "ningarna", "ningen", "ningar", "arnas", "ernas", "ornas", "arna", "erna", "orna", "ning", "ings", "ing", "ens", "ets", "ade", "ies", "ied",
        "ed", "es", "en", "et", "at", "er", "ar", "or", "na", "ly", "as", "s", "a", "e", "y", "t", "n",
    ]);

    /// <summary>The number of characters of a lower-case word that are compared.</summary>
    public static int Shorten(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > FewestStemChars && !word.ContainsAnyInRange('0', '9'))
        {
            if (char.IsAsciiLetterLower(word[^1]))
            {
                length -= LengthOfEnding(word);
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

    private static int LengthOfEnding(ReadOnlySpan<char> word)
    {
        var last = PackLast(word);
        foreach (var ending in EndingsByLetter[word[^1] - 'a'])
        {
            if ((last & ending.Mask) == ending.Packed && word.Length - ending.Length >= FewestStemChars)
            {
                return ending.Length;
            }
        }

        return 0;
    }

    /// <summary>The last eight characters as bytes, the last one lowest.</summary>
    private static ulong PackLast(ReadOnlySpan<char> word)
    {
        var packed = 0UL;
        foreach (var c in word[Math.Max(word.Length - sizeof(ulong), 0)..])
        {
            packed = (packed << 8) | (c < 0x80 ? c : Other);
        }

        return packed;
    }

    private static Ending[][] ByLastLetter(string[] endings) =>
        [.. Enumerable.Range('a', 26).Select(letter => endings.Where(e => e[^1] == letter).Select(e => new Ending(PackLast(e), ulong.MaxValue >> (64 - (8 * e.Length)), e.Length)).ToArray())];

    private readonly record struct Ending(ulong Packed, ulong Mask, int Length);
}
