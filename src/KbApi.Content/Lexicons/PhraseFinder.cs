using System.Buffers;
using System.Numerics;

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

    private static readonly char[] ManySpellings = [' ', '\u00A0', '\'', '\u2019'];

    private readonly PhraseStarts? _starts;
    private readonly PhraseAutomaton? _inside;
    private readonly SearchValues<string> _insideLetters;

    /// <summary>A finder of phrases.</summary>
    public PhraseFinder(IReadOnlyCollection<PhrasePattern> patterns)
    {
        var inside = patterns.Where(p => !PhraseStarts.CanHold(p)).ToList();
        var isSpaced = inside.Count <= patterns.Count / MinShareInside && inside.TrueForAll(p => LettersOf(p).Length > 0);
        _insideLetters = SearchValues.Create(isSpaced ? [.. inside.Select(LettersOf)] : [""], StringComparison.OrdinalIgnoreCase);
        _inside = isSpaced && inside.Count == 0 ? null : new PhraseAutomaton(isSpaced ? inside : patterns);
        _starts = isSpaced ? new PhraseStarts(patterns.Where(PhraseStarts.CanHold), new CharacterClasses(patterns.Select(p => p.Core))) : null;
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
        Span<char> padded = stackalloc char[WordStarts.BlockLength];
        var isInWord = false;
        for (var start = 0; start < text.Length && missing != 0; start += WordStarts.BlockLength)
        {
            uint words;
            if (text.Length - start >= WordStarts.BlockLength)
            {
                words = WordStarts.InBlock(text, start, ref isInWord);
            }
            else
            {
                text[start..].CopyTo(padded);
                words = WordStarts.InBlock(padded, 0, ref isInWord);
            }

            for (; words != 0; words &= words - 1)
            {
                var place = start + BitOperations.TrailingZeroCount(words);
                missing = starts.WithoutThoseAt(text, place, missing);
            }
        }

        return missing;
    }

    /// <summary>The longest part of a phrase that is always written in one way, but for case.</summary>
    private static string LettersOf(PhrasePattern pattern) => pattern.Core.Split(ManySpellings).MaxBy(part => part.Length)!;
}
