using System.Collections.Frozen;

namespace KbApi.Search.Analysis;

/// <summary>
/// Splits compounds: <c>lösenordsåterställning</c> is <c>lösenord</c> and <c>återställning</c>. Words of the lexicon have to cover all of it,
/// so what only contains a word by chance stays whole.
/// </summary>
internal sealed class CompoundSplitter(CompoundLexicon lexicon, IReadOnlyList<string> links, WordStemmer stemmer)
{
    private const int ShortestCompound = 7;
    private const int LongestCompound = 48;
    private const int ShortestPart = 3;
    private const int MaxParts = 4;

    private readonly FrozenSet<string> _stems = lexicon.StemsBy(stemmer);

    /// <summary>The parts as words of the language, or none where the word is no compound.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length is < ShortestCompound or > LongestCompound)
        {
            return [];
        }

        // The fewest parts that end at each place, and where the last of them begins; the whole word is no part.
        var parts = new int[word.Length + 1];
        var begins = new (int Start, int End)[word.Length + 1];
        Array.Fill(parts, int.MaxValue, 1, word.Length);
        for (var start = 0; start < word.Length; start++)
        {
            if (parts[start] < MaxParts)
            {
                Extend(word, start, parts, begins);
            }
        }

        return parts[word.Length] is >= 2 and <= MaxParts ? Collect(word, begins) : [];
    }

    private void Extend(string word, int start, int[] parts, (int Start, int End)[] begins)
    {
        for (var end = word.Length; end >= start + ShortestPart; end--)
        {
            if ((start == 0 && end == word.Length) || !IsPart(word, start, end))
            {
                continue;
            }

            foreach (var link in links)
            {
                var next = end + link.Length;
                if (next <= word.Length && (link.Length == 0 || next < word.Length)
                    && word.AsSpan(end, link.Length).SequenceEqual(link) && parts[start] + 1 < parts[next])
                {
                    parts[next] = parts[start] + 1;
                    begins[next] = (start, end);
                }
            }
        }
    }

    /// <summary>The last part may be inflected otherwise than anywhere in the content; the others may have lost a vowel: <c>skrivar|problem</c>.</summary>
    private bool IsPart(string word, int start, int end)
    {
        if (lexicon.Contains(word.AsSpan(start, end - start)))
        {
            return true;
        }

        return end - start > ShortestPart
            && (end == word.Length
                ? _stems.Contains(stemmer.Stem(word[start..end]))
                : lexicon.Contains(word[start..end] + "e") || lexicon.Contains(word[start..end] + "a"));
    }

    private static List<string> Collect(string word, (int Start, int End)[] begins)
    {
        var found = new List<string>();
        for (var end = word.Length; end > 0; end = begins[end].Start)
        {
            found.Add(word[begins[end].Start..begins[end].End]);
        }

        found.Reverse();
        return found;
    }
}
