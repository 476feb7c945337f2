namespace KbApi.Content.Lookup;

/// <summary>Look-ups of documented codes, wherever they stand. Immutable.</summary>
internal interface ICodeLookups
{
    /// <summary>All of them.</summary>
    public IEnumerable<CodeLookup> All { get; }

    /// <summary>That of a key, or null.</summary>
    /// <param name="key">The kind and the value of a <see cref="CodeKey"/>.</param>
    public CodeLookup? Find(ReadOnlySpan<char> key);
}
