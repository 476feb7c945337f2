using System.Collections.Concurrent;

namespace KbApi.Search.Queries;

/// <summary>Keeps what was found out about a key. When it is full all is forgotten: what is asked for often is soon there again. For several threads at once.</summary>
/// <param name="capacity">How many keys are kept at most.</param>
/// <param name="comparer">Which keys are the same.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _kept = new(comparer);
    private int _count;

    public bool TryGet(TKey key, out TValue? value) => _kept.TryGetValue(key, out value);

    public void Keep(TKey key, TValue value)
    {
        if (Interlocked.Increment(ref _count) > capacity)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _kept[key] = value;
    }
}
