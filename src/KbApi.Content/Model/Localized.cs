using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>One thing in all the locales that it exists in.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class Localized<T>
    where T : class, ILocalizable
{
    internal Localized(string id, ImmutableArray<T> variants)
    {
        Id = id;
        Variants = variants;
    }

    /// <summary>The id that all variants have.</summary>
    public string Id { get; }

    /// <summary>The variants, at least one, ordered by locale.</summary>
    public ImmutableArray<T> Variants { get; }

    /// <summary>The variant of exactly this locale, or null.</summary>
    public T? In(LocaleTag locale) => Variants.FirstOrDefault(v => v.Locale == locale);

    /// <summary>The variant of the first of the locales that there is one of, or null.</summary>
    public T? InFirstOf(IEnumerable<LocaleTag> locales)
    {
        ArgumentNullException.ThrowIfNull(locales);
        return locales.Select(In).FirstOrDefault(v => v is not null);
    }
}
