using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>All things of a kind in a knowledge base, by id.</summary>
/// <typeparam name="T">What they are.</typeparam>
public sealed class LocalizedSet<T>
    where T : class, ILocalizable
{
    private readonly ILocalizedSource<T> _source;

    internal LocalizedSet(IEnumerable<T> items)
        : this(new InMemory(items))
    {
    }

    internal LocalizedSet(ILocalizedSource<T> source) => _source = source;

    /// <summary>How many there are.</summary>
    public int Count => _source.Count;

    /// <summary>The things, in the order of the documents, those of the default locale first.</summary>
    public ImmutableArray<Localized<T>> Items => _source.Items;

    /// <summary>The thing with an id, or null. Case does not matter.</summary>
    public Localized<T>? Find(string id) => _source.Find(id);

    private sealed class InMemory : ILocalizedSource<T>
    {
        private readonly FrozenDictionary<string, Localized<T>> _byId;

        public InMemory(IEnumerable<T> items)
        {
            Items = [.. items.GroupBy(i => i.Id, StringComparer.OrdinalIgnoreCase).Select(g => new Localized<T>(g.Key, [.. g.OrderBy(i => i.Locale)]))];
            _byId = Items.ToFrozenDictionary(i => i.Id, StringComparer.OrdinalIgnoreCase);
        }

        public int Count => Items.Length;

        public ImmutableArray<Localized<T>> Items { get; }

        public Localized<T>? Find(string id) => _byId.GetValueOrDefault(id);
    }
}
