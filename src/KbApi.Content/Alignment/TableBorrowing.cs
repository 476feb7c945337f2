using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Reading;

namespace KbApi.Content.Alignment;

/// <summary>
/// Reads a translation again where its original tells more of its tables: headers that no lexicon knows mean what the headers of the
/// table at the same place in the default locale mean.
/// </summary>
internal static class TableBorrowing
{
    public static IEnumerable<Article> Apply(IReadOnlyCollection<Article> articles, LocaleTag defaultLocale, ArticleReader reader)
    {
        var originals = articles.Where(a => a.Locale == defaultLocale && a.Tables.Any(t => t.ListsProblems)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return articles.Select(a => a.Locale != defaultLocale && originals.TryGetValue(a.Id, out var original) ? Apply(original, a, reader) : a);
    }

    private static Article Apply(Article original, Article translation, ArticleReader reader)
    {
        var lenders = Pair(original, translation);
        for (var i = 0; i < lenders.Length; i++)
        {
            lenders[i] = lenders[i] is { } lender && translation.Tables[i].CanLearnFrom(lender) ? lender : null;
        }

        return Array.Exists(lenders, l => l is not null) ? reader.Read(translation.Text, translation.Id, translation.Locale, lenders, translation.Includes) : translation;
    }

    /// <summary>For each table of the translation, that of the original at the same place, or null.</summary>
    private static TableRoles?[] Pair(Article original, Article translation)
    {
        if (original.Tables.Length == translation.Tables.Length)
        {
            return [.. original.Tables];
        }

        var sections = SectionAlignment.Pair(original, translation);
        var bySection = original.Tables.ToLookup(t => t.Section);
        var pairs = new TableRoles?[translation.Tables.Length];
        foreach (var group in translation.Tables.Select((Table, Number) => (Table, Number)).GroupBy(t => t.Table.Section))
        {
            ImmutableArray<TableRoles> counterparts = [.. bySection[group.Key is null ? null : sections.GetValueOrDefault(group.Key)]];
            if (counterparts.Length == group.Count())
            {
                foreach (var ((_, number), counterpart) in group.Zip(counterparts))
                {
                    pairs[number] = counterpart;
                }
            }
        }

        return pairs;
    }
}
