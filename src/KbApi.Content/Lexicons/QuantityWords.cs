using System.Collections.Frozen;

namespace KbApi.Content.Lexicons;

/// <summary>The words of a language that make up a quantity: numbers, units, bounds.</summary>
public sealed class QuantityWords
{
    internal QuantityWords(IEnumerable<LexiconFile> files)
    {
        var all = files.ToArray();
        Numbers = Flat(all.SelectMany(f => f.Numbers));
        Ordinals = Flat(all.SelectMany(f => f.Ordinals));
        Units = Flat(all.SelectMany(f => f.Units).SelectMany(unit => unit.Value.Select(word => KeyValuePair.Create(word, unit.Key))));
        Bounds = all.SelectMany(f => f.Bounds).GroupBy(b => b.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => new PhraseSet(g.SelectMany(b => b.Value)), StringComparer.Ordinal);
        Per = new PhraseSet(all.SelectMany(f => f.Per));
        Ports = new PhraseSet(all.SelectMany(f => f.Ports));
    }

    /// <summary>Words for whole numbers.</summary>
    public FrozenDictionary<string, decimal> Numbers { get; }

    /// <summary>Words that tell which one, as in "every second minute".</summary>
    public FrozenDictionary<string, decimal> Ordinals { get; }

    /// <summary>The unit that a word stands for: a UCUM code where there is one, else <c>characters</c> or <c>times</c>.</summary>
    public FrozenDictionary<string, string> Units { get; }

    /// <summary>The phrases before a number that bound it, by <c>atMost</c>, <c>atLeast</c> and <c>every</c>.</summary>
    public FrozenDictionary<string, PhraseSet> Bounds { get; }

    /// <summary>Words between a count and the time that it is counted in.</summary>
    public PhraseSet Per { get; }

    /// <summary>Words before a network port.</summary>
    public PhraseSet Ports { get; }

    private static FrozenDictionary<string, T> Flat<T>(IEnumerable<KeyValuePair<string, T>> words) =>
        words.DistinctBy(w => w.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(w => w.Key, w => w.Value, StringComparer.OrdinalIgnoreCase);
}
