using System.Buffers;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Finds the kinds of phrases that stand in a text. Phrases that begin with a word are looked for only where a word begins as one of them does;
/// the few that may begin inside a word, only where their letters stand at all. Where most are of that sort, as in a
/// script without blanks, an automaton walks over the whole text.
/// </summary>
internal sealed class PhraseFinder
{
    /// <summary>Of this many phrases, one may begin inside a word.</summary>
    private const int MinShareInside = 8;

    /// <summary>As many letters of ASCII are looked for much faster than any others.</summary>
    private const int FewLetters = 3;

    private readonly PhraseStarts? _starts;
    private readonly PhraseAutomaton? _inside;
    private readonly SearchValues<string> _insideLetters;

    /// <summary>A finder of phrases.</summary>
    /// <param name="patterns">The phrases.</param>
    /// <param name="all">An automaton of these, and maybe more.</param>
    public PhraseFinder(PhrasePattern[] patterns, Lazy<PhraseAutomaton> all)
    {
        var keyed = Array.ConvertAll(patterns, p => (Pattern: p, Keys: PhraseStarts.KeysOf(p)));
        var inside = keyed.Where(p => p.Keys.IsEmpty).Select(p => p.Pattern).ToList();
        string[] letters = inside.Count > patterns.Length / MinShareInside ? [""] : [.. inside.Select(LettersOf)];
        var isSpaced = Array.TrueForAll(letters, l => l.Length > 0);
        _insideLetters = SearchValues.Create(letters, StringComparison.OrdinalIgnoreCase);
        _inside = !isSpaced ? all.Value : inside.Count == 0 ? null : new PhraseAutomaton(inside);
        _starts = isSpaced ? new PhraseStarts(Array.FindAll(keyed, p => !p.Keys.IsEmpty), new CharacterClasses(patterns.Select(p => p.Core))) : null;
    }

    /// <summary>The kinds of the phrases that stand in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The kinds that are asked for; where all are found, the rest is not looked at.</param>
    public PhraseKinds KindsIn(ReadOnlySpan<char> text, PhraseKinds wanted)
    {
        var missing = wanted.Bits;
        if (_inside is not null && text.ContainsAny(_insideLetters))
        {
            missing &= ~_inside.KindsIn(text, wanted).Bits;
        }

        return new PhraseKinds(wanted.Bits & ~(_starts is null ? missing : WithoutBegun(_starts, text, missing)));
    }

    /// <summary>What is still missing behind the phrases that begin with a word.</summary>
    private static ulong WithoutBegun(PhraseStarts starts, ReadOnlySpan<char> text, ulong missing)
    {
        var words = new WordStarts(text);
        while (missing != 0 && words.MoveNext())
        {
            missing = starts.WithoutThoseAt(text, words.Current, missing);
        }

        return missing;
    }

    /// <summary>The longest part of a phrase that is always written in one way, but for case; one of plain letters where it is long enough.</summary>
    private static string LettersOf(PhrasePattern pattern)
    {
        var plain = Longest(pattern.Core, char.IsAsciiLetter);
        return plain.Length >= FewLetters ? plain : Longest(pattern.Core, c => c is not (' ' or '\u00A0' or '\'' or '\u2019'));
    }

    private static string Longest(string text, Predicate<char> isPart)
    {
        var longest = "";
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && isPart(text[end]);)
            {
                end++;
            }

            longest = end - start > longest.Length ? text[start..end] : longest;
        }

        return longest;
    }
}
