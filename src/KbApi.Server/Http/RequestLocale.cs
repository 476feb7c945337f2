using System.Collections.Immutable;
using KbApi.Content.Model;
using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Http;

/// <summary>How an answer may mix locales when there is no text in the one asked for.</summary>
internal enum Fallback
{
    Entry,
    Field,
    None,
}

/// <summary>The locale that a request asks for, and those that may stand in for it.</summary>
/// <param name="Requested">The locale asked for; the default one where none is.</param>
/// <param name="Chain">The locales to look for, best first.</param>
/// <param name="Fallback">How locales may be mixed.</param>
internal sealed record RequestLocale(LocaleTag Requested, ImmutableArray<LocaleTag> Chain, Fallback Fallback)
{
    /// <summary>The locale of the query where it names one, else the best of the header that there is content in, else the default.</summary>
    public static RequestLocale Of(LocaleTag? fromQuery, string? acceptLanguage, Fallback fallback, KnowledgeBase knowledgeBase)
    {
        var requested = fromQuery ?? FromHeader(acceptLanguage, knowledgeBase) ?? knowledgeBase.DefaultLocale;
        var chain = knowledgeBase.ChainFor(requested);
        return new RequestLocale(requested, fallback == Fallback.None ? [.. chain.Where(l => IsSameOrParent(l, requested))] : chain, fallback);
    }

    /// <summary>The variant to answer with, or null where there is none that may stand in.</summary>
    public T? Choose<T>(Localized<T> item)
        where T : class, ILocalizable => item.InFirstOf(Chain);

    private static LocaleTag? FromHeader(string? acceptLanguage, KnowledgeBase knowledgeBase)
    {
        if (string.IsNullOrEmpty(acceptLanguage) || !StringWithQualityHeaderValue.TryParseList([acceptLanguage], out var values))
        {
            return null;
        }

        LocaleTag? first = null;
        foreach (var value in values.OrderByDescending(v => v.Quality ?? 1))
        {
            if (value.Quality != 0 && LocaleTag.TryParse(value.Value.Value, out var locale))
            {
                if (knowledgeBase.Locales.Any(l => l.Language == locale.Language))
                {
                    return locale;
                }

                first ??= locale;
            }
        }

        return first;
    }

    private static bool IsSameOrParent(LocaleTag locale, LocaleTag requested)
    {
        for (LocaleTag? tag = requested; tag is { } t; tag = t.Parent)
        {
            if (t == locale)
            {
                return true;
            }
        }

        return false;
    }
}
