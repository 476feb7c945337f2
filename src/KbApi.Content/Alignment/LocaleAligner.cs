using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>
/// Gives entries without anchor or code the id of the same entry in the default locale. Entries with equal ids are the same; between
/// them, section by section, the rest are paired in order by what translation does not change.
/// </summary>
internal static class LocaleAligner
{
    public static ImmutableArray<Article> Align(IEnumerable<Article> articles, LocaleTag defaultLocale) =>
        [.. articles.GroupBy(a => a.Id, StringComparer.Ordinal).SelectMany(g => AlignGroup([.. g], defaultLocale))];

    private static IEnumerable<Article> AlignGroup(List<Article> variants, LocaleTag defaultLocale)
    {
        var original = variants.Find(a => a.Locale == defaultLocale);
        return original is null ? variants : variants.Select(a => a == original ? a : AlignTo(original, a));
    }

    private static Article AlignTo(Article original, Article translation)
    {
        var renamed = EntryAlignment.Pair(original, translation)
            .Where(pair => pair.Translation.Id != pair.Original.Id)
            .ToDictionary(pair => pair.Translation.Id, pair => pair.Original.Id, StringComparer.Ordinal);
        return renamed.Count == 0 ? translation : EntryRenaming.Apply(translation, renamed);
    }
}
