using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>One thing in all the locales that it exists in.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class Localized<T>
    where T : class, ILocalizable
{
    private readonly ImmutableArray<T> _variants;
    private readonly ILocalizedVariants<T>? _stored;

    internal Localized(string id, ImmutableArray<T> variants) => (Id, _variants) = (id, variants);

    internal Localized(string id, ILocalizedVariants<T> stored) => (Id, _stored) = (id, stored);

    /// <summary>The id that all variants have.</summary>
    public string Id { get; }

    /// <summary>The variants, at least one, ordered by locale. Those of a pack are read whenever they are asked for.</summary>
    public ImmutableArray<T> Variants => _stored is null ? _variants : _stored.All;

    /// <summary>The locales that it exists in, in order.</summary>
    public ImmutableArray<LocaleTag> Locales => _stored is null ? [.. _variants.Select(v => v.Locale)] : _stored.Locales;

    /// <summary>The variant of exactly this locale, or null.</summary>
    public T? In(LocaleTag locale) => _stored is null ? _variants.FirstOrDefault(v => v.Locale == locale) : _stored.In(locale);

    /// <summary>The variant of the first of the locales that there is one of, or null.</summary>
    public T? InFirstOf(IEnumerable<LocaleTag> locales)
    {
        ArgumentNullException.ThrowIfNull(locales);
        return locales.Select(In).FirstOrDefault(v => v is not null);
    }
}
