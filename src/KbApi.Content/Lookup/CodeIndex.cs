using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>Finds entries by their codes, in any spelling. Immutable.</summary>
public sealed class CodeIndex
{
    private readonly FrozenDictionary<CodeKey, ImmutableArray<CodeOwner>> _owners;
    private readonly NearestCodes _nearest;

    internal CodeIndex(IEnumerable<Entry> entries, CodeSchemeSet schemes)
    {
        _owners = entries
            .SelectMany(e => e.Codes.Select(c => new CodeOwner(e.Id, c.Code, c.Role)))
            .DistinctBy(o => (o.EntryId, o.Code.Scheme, o.Code.Value))
            .GroupBy(o => CodeKey.Of(o.Code))
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(o => o.Role).DistinctBy(o => o.EntryId).ToImmutableArray());
        _nearest = new NearestCodes(_owners.Values.SelectMany(o => o), schemes);
    }

    /// <summary>Looks a code up.</summary>
    /// <param name="spelling">The code as a person types it, with or without words around it.</param>
    /// <param name="source">Only codes of this source, or null for any.</param>
    /// <param name="scheme">Only codes of this scheme, or null for any.</param>
    /// <exception cref="ArgumentException"><paramref name="spelling"/> is null or blank.</exception>
    public CodeLookup Find(string spelling, string? source = null, string? scheme = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(spelling);
        var keys = CodeSpelling.KeysOf(spelling);
        foreach (var key in WithSmallNumbers(keys, isNarrowed: source is not null || scheme is not null))
        {
            if (_owners.TryGetValue(key, out var owners))
            {
                ImmutableArray<CodeOwner> matching = [.. owners.Where(o => IsOf(o.Code, source, scheme))];
                if (matching.Length > 0)
                {
                    return new CodeLookup(matching, [], Family: null);
                }
            }
        }

        return new CodeLookup([], _nearest.Find(keys), _nearest.FindFamily(keys));
    }

    /// <summary>The documented codes among the words of a text, in order; none overlaps another.</summary>
    /// <param name="text">What somebody typed; of a long text only the beginning is read.</param>
    public ImmutableArray<CodeMention> FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CodeMentionReader(OwnersOf).Read(text);
    }

    private ImmutableArray<CodeOwner> OwnersOf(IReadOnlyList<CodeKey> keys)
    {
        foreach (var key in keys)
        {
            if (_owners.TryGetValue(key, out var owners))
            {
                return owners;
            }
        }

        return [];
    }

    /// <summary>A scheme or source is the context that a small number needs.</summary>
    private static IEnumerable<CodeKey> WithSmallNumbers(IReadOnlyList<CodeKey> keys, bool isNarrowed) =>
        isNarrowed ? keys.Concat(keys.Where(k => k.Kind == 'n').Select(k => CodeKey.SmallNumber(k.Value))) : keys;

    private static bool IsOf(ErrorCode code, string? source, string? scheme) =>
        (source is null || string.Equals(code.Source, source, StringComparison.OrdinalIgnoreCase))
        && (scheme is null || string.Equals(code.Scheme, scheme, StringComparison.OrdinalIgnoreCase));
}
