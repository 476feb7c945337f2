using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>Which items and which of their locales came and went; what else changed is asked of those that know the kind.</summary>
internal static class ItemChanges
{
    /// <param name="old">The state before.</param>
    /// <param name="now">The state after.</param>
    /// <param name="renames">The old id of each item that has another, by the new one.</param>
    /// <param name="before">The items before.</param>
    /// <param name="after">The items after.</param>
    /// <param name="compare">Compares an item in one locale, with the id to report it under.</param>
    public static IEnumerable<CatalogChange> Between<T>(
        CatalogSnapshot old,
        CatalogSnapshot now,
        ImmutableDictionary<string, string> renames,
        LocalizedSet<T> before,
        LocalizedSet<T> after,
        Func<T, T, string, IEnumerable<CatalogChange>> compare)
        where T : KnowledgeItem
    {
        var former = renames.Values.ToHashSet(StringComparer.Ordinal);
        var gone = before.Items.Where(i => after.Find(i.Id) is null && !former.Contains(i.Id)).Select(i => Whole(CatalogChangeKind.ItemRemoved, i, i.Id, ""));
        return after.Items.SelectMany(item => Of(item)).Concat(gone);

        IEnumerable<CatalogChange> Of(Localized<T> item)
        {
            if ((renames.TryGetValue(item.Id, out var id) ? before.Find(id) : before.Find(item.Id)) is not { } was)
            {
                return [Whole(CatalogChangeKind.ItemAdded, item, "", item.Id)];
            }

            var renamed = id is null ? [] : (CatalogChange[])[Whole(CatalogChangeKind.ItemRenamed, item, id, item.Id) with
            {
                Old = old.PlaceOf(was.Variants[0]),
                Locales = [.. was.Variants.Concat(item.Variants).Select(v => v.Locale).Distinct().Order()],
            }];
            var lost = was.Variants.Where(v => item.In(v.Locale) is null).Select(v => InLocale(CatalogChangeKind.LocaleRemoved, item.Id, v));
            var gained = item.Variants.Where(v => was.In(v.Locale) is null).Select(v => InLocale(CatalogChangeKind.LocaleAdded, item.Id, v));
            var changed = item.Variants.SelectMany(v => was.In(v.Locale) is { } then ? compare(then, v, item.Id) : []);
            return [.. renamed, .. lost, .. gained, .. Merge(changed)];
        }

        CatalogChange Whole(CatalogChangeKind kind, Localized<T> item, string left, string right) => new(kind, item.Id, "", left, right, [.. item.Variants.Select(v => v.Locale)])
        {
            Old = left.Length > 0 && right.Length == 0 ? old.PlaceOf(item.Variants[0]) : null,
            New = right.Length > 0 ? now.PlaceOf(item.Variants[0]) : null,
        };

        CatalogChange InLocale(CatalogChangeKind kind, string id, T variant) => new(kind, id, "", "", "", [variant.Locale])
        {
            Old = kind == CatalogChangeKind.LocaleRemoved ? old.PlaceOf(variant) : null,
            New = kind == CatalogChangeKind.LocaleAdded ? now.PlaceOf(variant) : null,
        };
    }

    /// <summary>What changed alike in several locales is one change.</summary>
    private static IEnumerable<CatalogChange> Merge(IEnumerable<CatalogChange> changes) => changes
        .GroupBy(c => (c.Kind, c.Id, c.Field, c.Before, c.After))
        .Select(g => g.First() with { Locales = [.. g.SelectMany(c => c.Locales).Distinct().Order()] });
}
