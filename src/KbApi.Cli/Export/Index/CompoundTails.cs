using KbApi.Search.Analysis;

namespace KbApi.Cli.Export.Index;

/// <summary>
/// The ends of compounds that are words themselves: who looks for <c>återställning</c> means <c>lösenordsåterställning</c> as well. The beginnings need none of
/// this, since words are found by them. What is a word is what stands alone somewhere in the content.
/// </summary>
internal sealed class CompoundTails
{
    private const int ShortestHead = 4;
    private const int ShortestTail = 4;
    private const int LongestEnding = 3;

    private readonly IReadOnlySet<string> _words;
    private readonly IReadOnlyList<string> _links;

    /// <param name="words">The words of the content, as they are compared.</param>
    /// <param name="language">Their language.</param>
    public CompoundTails(IReadOnlySet<string> words, string language) => (_words, _links) = (words, LinksOf(language));

    /// <summary>What may stand between the parts of a compound of a language, as the server's search has it; none where it writes no compounds in one word.</summary>
    public static IReadOnlyList<string> LinksOf(string language) => LanguageTable.CompoundLinks(language) ?? [];

    /// <summary>The ends of a word that are words, longest first.</summary>
    public IEnumerable<string> Of(string word)
    {
        for (var start = ShortestHead; _links.Count > 0 && start <= word.Length - ShortestTail; start++)
        {
            var tail = word[start..];
            if (IsWord(tail) && IsHead(word[..start]))
            {
                yield return tail;
            }
        }
    }

    /// <summary>Whether a beginning is a word, perhaps with what joins it to the next.</summary>
    private bool IsHead(string head) =>
        _links.Any(l => head.EndsWith(l, StringComparison.Ordinal) && head.Length - l.Length >= ShortestHead && _words.Contains(head[..^l.Length]));

    /// <summary>Whether an end is a word, or one with an ending of its own.</summary>
    private bool IsWord(string tail)
    {
        for (var cut = 0; cut <= LongestEnding && tail.Length - cut >= ShortestTail; cut++)
        {
            if (_words.Contains(tail[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
