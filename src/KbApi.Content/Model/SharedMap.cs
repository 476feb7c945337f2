using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>
/// A dictionary in parts, so that one that differs in a few keys shares the parts that have none of them. Of n keys each part has about the square root:
/// what is made anew for a change is small however many keys there are. Immutable.
/// </summary>
/// <typeparam name="TValue">What keys lead to.</typeparam>
internal sealed class SharedMap<TValue>
    where TValue : class
{
    /// <summary>Parts that have become so many times as large as they should be are too large.</summary>
    private const int MostGrowth = 8;

    private readonly StringComparer _comparer;
    private readonly StringComparison _comparison;
    private readonly ImmutableArray<Dictionary<string, TValue>?> _parts;

    /// <param name="items">The keys, each once, and what they lead to.</param>
    /// <param name="comparison">How keys are compared: ordinally, with or without case.</param>
    public SharedMap(IReadOnlyCollection<KeyValuePair<string, TValue>> items, StringComparison comparison)
    {
        (_comparer, _comparison, Count) = (StringComparer.FromComparison(comparison), comparison, items.Count);
        var parts = new Dictionary<string, TValue>?[SizeFor(items.Count)];
        foreach (var (key, value) in items)
        {
            (parts[PartOf(key, parts.Length)] ??= new(_comparer)).Add(key, value);
        }

        _parts = [.. parts];
    }

    private SharedMap(SharedMap<TValue> before, ImmutableArray<Dictionary<string, TValue>?> parts, int count) =>
        (_comparer, _comparison, _parts, Count) = (before._comparer, before._comparison, parts, count);

    /// <summary>How many keys there are.</summary>
    public int Count { get; }

    /// <summary>What all keys lead to, in no order.</summary>
    public IEnumerable<TValue> Values => _parts.SelectMany(p => p is null ? Enumerable.Empty<TValue>() : p.Values);

    /// <summary>What a key leads to, or null.</summary>
    public TValue? Find(ReadOnlySpan<char> key) =>
        _parts[PartOf(key, _parts.Length)] is { } part && part.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var value) ? value : null;

    /// <summary>The same with some keys leading elsewhere.</summary>
    /// <param name="changes">Keys, each once, and what they lead to; nothing where they are gone.</param>
    public SharedMap<TValue> With(IEnumerable<KeyValuePair<string, TValue?>> changes)
    {
        var parts = _parts.ToBuilder();
        var count = Count;
        foreach (var group in changes.GroupBy(c => PartOf(c.Key, _parts.Length)))
        {
            var part = new Dictionary<string, TValue>(parts[group.Key] ?? [], _comparer);
            count -= part.Count;
            foreach (var (key, value) in group)
            {
                part.Remove(key);
                if (value is not null)
                {
                    part.Add(key, value);
                }
            }

            count += part.Count;
            parts[group.Key] = part.Count == 0 ? null : part;
        }

        var changed = new SharedMap<TValue>(this, parts.MoveToImmutable(), count);
        return SizeFor(count) > _parts.Length * MostGrowth ? new([.. changed._parts.SelectMany(p => p ?? [])], _comparison) : changed;
    }

    private static int SizeFor(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, 2 * Math.Sqrt(count)));

    private int PartOf(ReadOnlySpan<char> key, int parts) => string.GetHashCode(key, _comparison) & (parts - 1);
}
