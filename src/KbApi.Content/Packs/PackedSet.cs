using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>The items of one kind in a pack, by id; each is read with its article when it is asked for.</summary>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="table">Ids, and for each the article and the place in it, by locale.</param>
/// <param name="articles">The articles.</param>
/// <param name="locales">The locales, by their numbers.</param>
/// <param name="itemsOf">The items of an article.</param>
internal sealed class PackedSet<T>(PackedTable table, PackedArticles articles, ImmutableArray<LocaleTag> locales, Func<Article, ImmutableArray<T>> itemsOf) : ILocalizedSource<T>
    where T : class, ILocalizable
{
    private readonly Lazy<ImmutableArray<Localized<T>>> _items = new(() =>
    {
        var items = ImmutableArray.CreateBuilder<Localized<T>>(table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            items.Add(table.Read(i, (id, ref reader) => ItemOf(id, ref reader, articles, locales, itemsOf)));
        }

        return items.MoveToImmutable();
    });

    public int Count => table.Count;

    public ImmutableArray<Localized<T>> Items => _items.Value;

    public Localized<T>? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return table.Find(id, (name, ref reader) => ItemOf(name, ref reader, articles, locales, itemsOf));
    }

    private static Localized<T> ItemOf(
        string id, ref RecordReader reader, PackedArticles articles, ImmutableArray<LocaleTag> locales, Func<Article, ImmutableArray<T>> itemsOf)
    {
        var places = reader.List((ref from) => new Place(locales[from.Below(locales.Length)], from.Below(articles.Count), from.Int32()));
        return places.IsEmpty ? throw RecordReader.Damaged() : new Localized<T>(id, new Variants(places, articles, itemsOf));
    }

    /// <summary>Where an item stands.</summary>
    private readonly record struct Place(LocaleTag Locale, int Article, int Position);

    private sealed class Variants(ImmutableArray<Place> places, PackedArticles articles, Func<Article, ImmutableArray<T>> itemsOf) : ILocalizedVariants<T>
    {
        public ImmutableArray<LocaleTag> Locales => [.. places.Select(p => p.Locale)];

        public ImmutableArray<T> All => [.. places.Select(Read)];

        public T? In(LocaleTag locale)
        {
            foreach (var place in places)
            {
                if (place.Locale == locale)
                {
                    return Read(place);
                }
            }

            return null;
        }

        private T Read(Place place)
        {
            var items = itemsOf(articles[place.Article]);
            return place.Position < items.Length ? items[place.Position] : throw RecordReader.Damaged();
        }
    }
}
