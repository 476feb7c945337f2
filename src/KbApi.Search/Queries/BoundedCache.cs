using System.Collections.Concurrent;

namespace KbApi.Search.Queries;

/// <summary>Keeps what was found out about a key. When it is full all is forgotten: what is asked for often is soon there again. For several threads at once.</summary>
/// <param name="capacity">How much is kept at most: the number of keys, unless they are kept with another size.</param>
/// <param name="comparer">Which keys are the same.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _kept = new(comparer);
    private int _size;

    public bool TryGet(TKey key, out TValue? value) => _kept.TryGetValue(key, out value);

    public void Keep(TKey key, TValue value, int size = 1)
    {
        if (Interlocked.Add(ref _size, size) > capacity)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _size, size);
        }

        _kept[key] = value;
    }
}
