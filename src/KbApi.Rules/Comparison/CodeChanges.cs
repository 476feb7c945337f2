using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>Which codes the catalog answers, and for which entries. A code that entries only mention identifies nothing.</summary>
internal static class CodeChanges
{
    public static IEnumerable<CatalogChange> Between(CatalogSnapshot old, CatalogSnapshot now)
    {
        var (before, after) = (OwnersOf(old), OwnersOf(now));
        foreach (var code in before.Keys.Union(after.Keys))
        {
            var (was, isNow) = (before.GetValueOrDefault(code), after.GetValueOrDefault(code));
            var (left, right) = (Ids(was), Ids(isNow));
            if (left == right)
            {
                continue;
            }

            var kind = isNow is null ? CatalogChangeKind.CodeRemoved : was is null ? CatalogChangeKind.CodeAdded : CatalogChangeKind.CodeMoved;
            yield return new CatalogChange(kind, code.ToString(), "", left, right, [.. (was ?? []).Concat(isNow ?? []).Select(e => e.Locale).Distinct().Order()])
            {
                Old = old.PlaceOf(was?[0]),
                New = now.PlaceOf(isNow?[0]),
            };
        }
    }

    private static string Ids(ImmutableArray<Entry>? owners) => owners is null ? "" : string.Join(", ", owners.Value.Select(o => o.Id).Distinct(StringComparer.Ordinal));

    private static Dictionary<ErrorCode, ImmutableArray<Entry>?> OwnersOf(CatalogSnapshot snapshot) => snapshot.KnowledgeBase.Entries.Items
        .SelectMany(i => i.Variants).SelectMany(e => e.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => (c.Code, Entry: e)))
        .GroupBy(p => p.Code, p => p.Entry)
        .ToDictionary(g => g.Key, g => (ImmutableArray<Entry>?)[.. g.OrderBy(e => e.Id, StringComparer.Ordinal).ThenBy(e => e.Locale)]);
}
