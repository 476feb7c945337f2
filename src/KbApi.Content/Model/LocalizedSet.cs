using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>All things of a kind in a knowledge base, by id.</summary>
/// <typeparam name="T">What they are.</typeparam>
public sealed class LocalizedSet<T>
    where T : class, ILocalizable
{
    private readonly FrozenDictionary<string, Localized<T>> _byId;

    internal LocalizedSet(IEnumerable<T> items)
    {
        Items = [.. items.GroupBy(i => i.Id, StringComparer.OrdinalIgnoreCase).Select(g => new Localized<T>(g.Key, [.. g.OrderBy(i => i.Locale)]))];
        _byId = Items.ToFrozenDictionary(i => i.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The things, in the order of the documents, those of the default locale first.</summary>
    public ImmutableArray<Localized<T>> Items { get; }

    /// <summary>The thing with an id, or null. Case does not matter.</summary>
    public Localized<T>? Find(string id) => _byId.GetValueOrDefault(id);
}
