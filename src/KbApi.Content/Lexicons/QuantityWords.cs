using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Lexicons;

/// <summary>The words of a language that make up a quantity: numbers, units, bounds.</summary>
public sealed class QuantityWords
{
    internal QuantityWords(IEnumerable<LexiconFile> files, PhraseIndex phrases)
    {
        var all = files.ToArray();
        Numbers = Flat(all.SelectMany(f => f.Numbers));
        Ordinals = Flat(all.SelectMany(f => f.Ordinals));
        OrdinalSuffixes = [.. all.SelectMany(f => f.OrdinalSuffixes).Distinct(StringComparer.OrdinalIgnoreCase)];
        Units = Flat(all.SelectMany(f => f.Units).SelectMany(unit => unit.Value.Select(word => KeyValuePair.Create(word, unit.Key))));
        (NumberLookup, OrdinalLookup, UnitLookup) = (Numbers.GetAlternateLookup<ReadOnlySpan<char>>(), Ordinals.GetAlternateLookup<ReadOnlySpan<char>>(), Units.GetAlternateLookup<ReadOnlySpan<char>>());
        Bounds = all.SelectMany(f => f.Bounds).GroupBy(b => b.Key)
            .ToFrozenDictionary(g => g.Key, g => new PhraseSet(g.SelectMany(b => b.Value)));
        NumberStarts = SearchValues.Create(
            [.. Numbers.Keys.Concat(Ordinals.Keys).SelectMany(word => (char[])[char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0])]), .. "0123456789"]);
        Per = new PhraseSet(all.SelectMany(f => f.Per));
        Ports = phrases.Set(PhraseKind.Port);
        UnitWords = phrases.Set(PhraseKind.Unit);
    }

    /// <summary>Words for whole numbers.</summary>
    public FrozenDictionary<string, decimal> Numbers { get; }

    /// <summary>Words that tell which one, as in "every second minute".</summary>
    public FrozenDictionary<string, decimal> Ordinals { get; }

    /// <summary>Numbers, ordinals and units by a part of a text.</summary>
    internal FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> NumberLookup { get; }

    /// <inheritdoc cref="NumberLookup"/>
    internal FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> OrdinalLookup { get; }

    /// <inheritdoc cref="NumberLookup"/>
    internal FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup { get; }

    /// <summary>The characters that a number begins with, in digits or as a word.</summary>
    internal SearchValues<char> NumberStarts { get; }

    /// <summary>What follows digits that tell which one: <c>th</c> in "5th".</summary>
    public ImmutableArray<string> OrdinalSuffixes { get; }

    /// <summary>The unit that a word stands for: a UCUM code where there is one, else <c>characters</c> or <c>times</c>.</summary>
    public FrozenDictionary<string, string> Units { get; }

    /// <summary>The phrases before a number, by what they say about it.</summary>
    public FrozenDictionary<QuantityBound, PhraseSet> Bounds { get; }

    /// <summary>Words between a count and the time that it is counted in.</summary>
    public PhraseSet Per { get; }

    /// <summary>Words before a network port.</summary>
    public PhraseSet Ports { get; }

    /// <summary>The words for units that a number in letters may stand before.</summary>
    internal PhraseSet UnitWords { get; }

    /// <summary>The length of the ordinal suffix that stands at a place and ends a word there, or 0.</summary>
    internal int OrdinalSuffixLength(ReadOnlySpan<char> text, int start)
    {
        foreach (var suffix in OrdinalSuffixes)
        {
            var end = start + suffix.Length;
            if (text[start..].StartsWith(suffix, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return suffix.Length;
            }
        }

        return 0;
    }

    private static FrozenDictionary<string, T> Flat<T>(IEnumerable<KeyValuePair<string, T>> words) =>
        words.DistinctBy(w => w.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(w => w.Key, w => w.Value, StringComparer.OrdinalIgnoreCase);
}
