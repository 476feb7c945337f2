namespace KbApi.Content.Lookup;

/// <summary>Takes what a spelling may mean, key by key, so that nothing is made of keys that nobody waits for.</summary>
internal interface ICodeKeySink
{
    /// <summary>Takes a key; the likeliest come first, and one may come again.</summary>
    /// <param name="kind">As in <see cref="CodeKey.Kind"/>.</param>
    /// <param name="value">As in <see cref="CodeKey.Value"/>; of use during the call only.</param>
    /// <returns>Whether no other is wanted.</returns>
    public bool Take(char kind, scoped ReadOnlySpan<char> value);
}
