using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>The things of a kind in memory. One that differs in a few of them shares what it can with the one before. Immutable.</summary>
/// <typeparam name="T">What they are.</typeparam>
internal sealed class SharedSet<T> : ILocalizedSource<T>
    where T : class, ILocalizable
{
    private readonly SharedMap<Localized<T>> _byId;
    private readonly Lazy<ImmutableArray<Localized<T>>> _items;

    /// <param name="things">The things, in the order of the documents.</param>
    public SharedSet(IEnumerable<T> things)
    {
        ImmutableArray<Localized<T>> items =
            [.. things.GroupBy(t => t.Id, StringComparer.OrdinalIgnoreCase).Select(g => new Localized<T>(g.Key, [.. g.OrderBy(t => t.Locale)]))];
        _items = new(items);
        _byId = new([.. items.Select(i => KeyValuePair.Create(i.Id, i))], StringComparison.OrdinalIgnoreCase);
    }

    private SharedSet(SharedMap<Localized<T>> byId, Func<IEnumerable<T>> things)
    {
        _byId = byId;

        // Who looks a thing up does not wait until all are put in order.
        _items = new(() => InOrder(byId, things()));
    }

    public int Count => _byId.Count;

    public ImmutableArray<Localized<T>> Items => _items.Value;

    public Localized<T>? Find(string id) => _byId.Find(id);

    /// <summary>The same without some things and with some others; null where their order alone decides how they are joined, which only all of them tell.</summary>
    /// <param name="removed">Things that are gone, the very objects.</param>
    /// <param name="added">Things that are new.</param>
    /// <param name="things">All that there are now, in the order of the documents.</param>
    public SharedSet<T>? With(IReadOnlyCollection<T> removed, IReadOnlyCollection<T> added, Func<IEnumerable<T>> things)
    {
        if (removed.Count == 0 && added.Count == 0)
        {
            return _items.IsValueCreated ? this : new SharedSet<T>(_byId, things);
        }

        var gone = new HashSet<T>(removed, ReferenceEqualityComparer.Instance);
        var changes = new List<KeyValuePair<string, Localized<T>?>>();
        foreach (var id in removed.Concat(added).Select(t => t.Id).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var kept = Find(id) is { } before ? before.Variants.Where(v => !gone.Contains(v)) : [];
            ImmutableArray<T> variants = [.. kept.Concat(added.Where(a => string.Equals(a.Id, id, StringComparison.OrdinalIgnoreCase))).OrderBy(v => v.Locale)];
            if (variants.DistinctBy(v => v.Locale).Count() < variants.Length || variants.Any(v => v.Id != variants[0].Id))
            {
                return null;
            }

            changes.Add(KeyValuePair.Create(id, variants.IsEmpty ? null : new Localized<T>(variants[0].Id, variants)));
        }

        return new SharedSet<T>(_byId.With(changes.Select(c => KeyValuePair.Create(c.Value?.Id ?? c.Key, c.Value))), things);
    }

    private static ImmutableArray<Localized<T>> InOrder(SharedMap<Localized<T>> byId, IEnumerable<T> things)
    {
        var items = ImmutableArray.CreateBuilder<Localized<T>>(byId.Count);
        var taken = new HashSet<Localized<T>>(ReferenceEqualityComparer.Instance);
        foreach (var thing in things)
        {
            var item = byId.Find(thing.Id)!;
            if (item.Variants.Length == 1 || taken.Add(item))
            {
                items.Add(item);
            }
        }

        return items.MoveToImmutable();
    }
}
