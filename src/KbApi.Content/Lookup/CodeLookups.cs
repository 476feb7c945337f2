using System.Collections.Frozen;

namespace KbApi.Content.Lookup;

/// <summary>Look-ups in memory, prepared so that finding one allocates nothing.</summary>
internal sealed class CodeLookups : ICodeLookups
{
    private readonly FrozenDictionary<string, CodeLookup> _byKey;
    private readonly FrozenDictionary<string, CodeLookup>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <param name="lookups">What each key leads to.</param>
    public CodeLookups(IEnumerable<KeyValuePair<CodeKey, CodeLookup>> lookups)
    {
        _byKey = lookups.ToFrozenDictionary(l => l.Key.Kind + l.Key.Value, l => l.Value, StringComparer.Ordinal);
        _bySpan = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<CodeLookup> All => _byKey.Values;

    public CodeLookup? Find(ReadOnlySpan<char> key) => _bySpan.TryGetValue(key, out var found) ? found : null;
}
