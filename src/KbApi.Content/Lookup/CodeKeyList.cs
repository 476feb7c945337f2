namespace KbApi.Content.Lookup;

/// <summary>Keeps all keys of a spelling, each once.</summary>
internal sealed class CodeKeyList : ICodeKeySink
{
    private readonly List<CodeKey> _keys = [];

    /// <summary>The keys, the likeliest first.</summary>
    public IReadOnlyList<CodeKey> Keys => _keys;

    public bool Take(char kind, scoped ReadOnlySpan<char> value)
    {
        foreach (var key in _keys)
        {
            if (key.Kind == kind && value.SequenceEqual(key.Value))
            {
                return false;
            }
        }

        _keys.Add(new CodeKey(kind, value.ToString()));
        return false;
    }
}
