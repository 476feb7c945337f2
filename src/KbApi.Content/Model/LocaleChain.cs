using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>The locales to look for, best first, when a reader asks for one.</summary>
public static class LocaleChain
{
    /// <summary>
    /// The locale asked for, then its parents as in RFC 4647 look-up, then locales of the same language, then the default locale, then
    /// the rest. Only locales that exist are named.
    /// </summary>
    public static ImmutableArray<LocaleTag> For(LocaleTag requested, ImmutableArray<LocaleTag> available, LocaleTag defaultLocale)
    {
        var chain = ImmutableArray.CreateBuilder<LocaleTag>();
        for (LocaleTag? tag = requested; tag is { } t; tag = t.Parent)
        {
            Add(chain, available, t);
        }

        foreach (var sibling in available.Where(l => l.Language == requested.Language))
        {
            Add(chain, available, sibling);
        }

        Add(chain, available, defaultLocale);
        foreach (var other in available)
        {
            Add(chain, available, other);
        }

        return chain.ToImmutable();
    }

    private static void Add(ImmutableArray<LocaleTag>.Builder chain, ImmutableArray<LocaleTag> available, LocaleTag locale)
    {
        if (available.Contains(locale) && !chain.Contains(locale))
        {
            chain.Add(locale);
        }
    }
}
