using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Phrases that are looked for as whole words, without regard to case and to the shape of apostrophes. A star at the end or the
/// beginning of a phrase stands for any ending or beginning of its word.
/// </summary>
public sealed class PhraseSet
{
    private readonly PhraseAutomaton _automaton;
    private readonly FrozenSet<string> _whole;
    private readonly ImmutableArray<int> _lengths;

    /// <summary>A set of phrases; blank ones are left out.</summary>
    public PhraseSet(IEnumerable<string> phrases)
    {
        Phrases = [.. phrases.Where(p => p.Trim('*').Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)];
        var patterns = Phrases.Select(PhrasePattern.Parse).ToList();
        _automaton = new PhraseAutomaton(patterns);
        _whole = patterns.Where(p => !p.IsOpenLeft && !p.IsOpenRight).SelectMany(p => WithApostrophes(p.Core)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lengths = [.. _whole.Select(p => p.Length).Distinct().OrderDescending()];
    }

    /// <summary>The phrases, longest first.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Whether one of the phrases stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = _automaton.Next(state, text[i]);
            foreach (var pattern in _automaton.EndingAt(state))
            {
                if (pattern.FitsAt(text, i + 1 - pattern.Core.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The first place where one of the phrases stands in the text, the longest there; an empty range where none does.</summary>
    public (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        (int Start, int Length) best = default;
        var state = 0;
        for (var i = 0; i < text.Length && (best.Length == 0 || i < best.Start + _automaton.MaxLength); i++)
        {
            state = _automaton.Next(state, text[i]);
            foreach (var pattern in _automaton.EndingAt(state))
            {
                var start = i + 1 - pattern.Core.Length;
                var isBetter = best.Length == 0 || start < best.Start || (start == best.Start && pattern.Core.Length > best.Length);
                if (isBetter && pattern.FitsAt(text, start))
                {
                    best = (start, pattern.Core.Length);
                }
            }
        }

        return best;
    }

    /// <summary>The length of the longest phrase without stars that begins at the place, whole, or 0.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int start)
    {
        if (PhraseBoundary.IsAt(text, start))
        {
            foreach (var length in _lengths)
            {
                if (start + length <= text.Length && IsWhole(text, start, length))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    /// <summary>The length of the longest phrase without stars that ends at the place, whole, or 0.</summary>
    public int LongestEndingAt(ReadOnlySpan<char> text, int end)
    {
        if (PhraseBoundary.IsAt(text, end))
        {
            foreach (var length in _lengths)
            {
                if (length <= end && IsWhole(text, end - length, length))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private bool IsWhole(ReadOnlySpan<char> text, int start, int length) =>
        PhraseBoundary.IsAt(text, start) && PhraseBoundary.IsAt(text, start + length)
        && _whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Slice(start, length));

    private static IEnumerable<string> WithApostrophes(string phrase) =>
        phrase.Contains('\'', StringComparison.Ordinal) ? [phrase, phrase.Replace('\'', '\u2019')] : [phrase];
}
