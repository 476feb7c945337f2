using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>Where the things of a kind come from: they are in memory, or are read when they are asked for.</summary>
internal interface ILocalizedSource<T>
    where T : class, ILocalizable
{
    public int Count { get; }

    public ImmutableArray<Localized<T>> Items { get; }

    public Localized<T>? Find(string id);
}

/// <summary>Variants of one thing that are read when they are asked for.</summary>
internal interface ILocalizedVariants<T>
    where T : class, ILocalizable
{
    /// <summary>Their locales, in order.</summary>
    public ImmutableArray<LocaleTag> Locales { get; }

    public ImmutableArray<T> All { get; }

    public T? In(LocaleTag locale);
}
