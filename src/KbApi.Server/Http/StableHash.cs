namespace KbApi.Server.Http;

/// <summary>A hash that is the same in every process, of texts that are added one after another: FNV-1a with 64 bits (draft-eastlake-fnv).</summary>
internal struct StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong _value;

    public StableHash() => _value = Offset;

    /// <summary>The hash of what was added so far.</summary>
    public readonly ulong Value => _value;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = new StableHash();
        hash.Add(text);
        return hash.Value;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        var hash = _value;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        _value = hash;
    }

    /// <summary>Adds a text that the next one can't be taken for a part of.</summary>
    public void AddLine(ReadOnlySpan<char> text)
    {
        Add(text);
        Add("\n");
    }
}
