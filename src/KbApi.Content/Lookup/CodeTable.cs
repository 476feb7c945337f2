using System.Collections.Frozen;

namespace KbApi.Content.Lookup;

/// <summary>The look-ups of documented codes by key, prepared so that finding one allocates nothing. Immutable.</summary>
internal sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeLookup> _byKey;
    private readonly FrozenDictionary<string, CodeLookup>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <param name="lookups">What each key leads to.</param>
    public CodeTable(IEnumerable<KeyValuePair<CodeKey, CodeLookup>> lookups)
    {
        _byKey = lookups.ToFrozenDictionary(l => l.Key.Kind + l.Key.Value, l => l.Value, StringComparer.Ordinal);
        _bySpan = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All look-ups.</summary>
    public IEnumerable<CodeLookup> Lookups => _byKey.Values;

    /// <summary>What a spelling with or without words around it leads to, or null.</summary>
    public CodeLookup? Find(ReadOnlySpan<char> spelling)
    {
        var finder = new Finder(this);
        CodeSpelling.Read(spelling, ref finder);
        return finder.Found;
    }

    /// <summary>What a text leads to that is a code as a whole, or null.</summary>
    public CodeLookup? FindWhole(ReadOnlySpan<char> spelling)
    {
        var finder = new Finder(this);
        CodeSpelling.ReadWhole(spelling, ref finder);
        return finder.Found;
    }

    /// <summary>What a key leads to, or null.</summary>
    public CodeLookup? Find(char kind, ReadOnlySpan<char> value)
    {
        const int Room = 256;
        if (value.Length >= Room)
        {
            return _byKey.GetValueOrDefault(string.Concat([kind], value));
        }

        Span<char> key = stackalloc char[Room];
        key[0] = kind;
        value.CopyTo(key[1..]);
        return _bySpan.TryGetValue(key[..(value.Length + 1)], out var found) ? found : null;
    }

    /// <summary>Stops at the first key that is documented.</summary>
    private struct Finder(CodeTable table) : ICodeKeySink
    {
        public CodeLookup? Found { get; private set; }

        public bool Take(char kind, scoped ReadOnlySpan<char> value)
        {
            Found = table.Find(kind, value);
            return Found is not null;
        }
    }
}
