using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>All things of a kind in a knowledge base, by id.</summary>
/// <typeparam name="T">What they are.</typeparam>
public sealed class LocalizedSet<T>
    where T : class, ILocalizable
{
    private readonly ILocalizedSource<T> _source;

    internal LocalizedSet(IEnumerable<T> items)
        : this(new SharedSet<T>(items))
    {
    }

    internal LocalizedSet(ILocalizedSource<T> source) => _source = source;

    /// <summary>How many there are.</summary>
    public int Count => _source.Count;

    /// <summary>The things, in the order of the documents, those of the default locale first.</summary>
    public ImmutableArray<Localized<T>> Items => _source.Items;

    /// <summary>The thing with an id, or null. Case does not matter.</summary>
    public Localized<T>? Find(string id) => _source.Find(id);

    /// <summary>The set behind a change of some articles.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="itemsOf">The things of an article.</param>
    internal LocalizedSet<T> After(ArticleChange change, Func<Article, ImmutableArray<T>> itemsOf)
    {
        IEnumerable<T> All() => change.Articles.SelectMany(a => itemsOf(a));
        var shared = (_source as SharedSet<T>)?.With([.. change.Removed.SelectMany(a => itemsOf(a))], [.. change.Added.SelectMany(a => itemsOf(a))], All);
        return shared is null ? new LocalizedSet<T>(All()) : ReferenceEquals(shared, _source) ? this : new LocalizedSet<T>(shared);
    }
}
