using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>Finds entries that only have another id: their texts and codes are, in a locale, what those of one entry were that is gone.</summary>
internal static class ItemRenames
{
    /// <summary>The old id and the new id of each, by the new one.</summary>
    public static ImmutableDictionary<string, string> Between(LocalizedSet<Entry> old, LocalizedSet<Entry> now)
    {
        var gone = old.Items.Where(e => now.Find(e.Id) is null).ToList();
        var come = now.Items.Where(e => old.Find(e.Id) is null).ToList();
        var renames = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // By all that it says, else by its codes; only where neither side has another of the kind.
        foreach (var keyOf in (Func<Entry, string>[])[TextOf, CodesOf])
        {
            var before = Unique(gone.Where(e => !taken.Contains(e.Id)), keyOf);
            var after = Unique(come.Where(e => !renames.ContainsKey(e.Id)), keyOf);
            foreach (var (key, id) in after.OrderBy(p => p.Key, StringComparer.Ordinal).ToList())
            {
                if (before.TryGetValue(key, out var former) && !taken.Contains(former) && !renames.ContainsKey(id))
                {
                    renames.Add(id, former);
                    taken.Add(former);
                }
            }
        }

        return renames.ToImmutable();
    }

    private static Dictionary<string, string> Unique(IEnumerable<Localized<Entry>> items, Func<Entry, string> keyOf) =>
        items.SelectMany(i => i.Variants.Select(v => (Key: keyOf(v), i.Id))).Where(p => p.Key.Length > 0)
            .GroupBy(p => p.Key, StringComparer.Ordinal).Where(g => g.DistinctBy(p => p.Id).Count() == 1).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);

    private static string TextOf(Entry entry) => $"{entry.Locale}\n{string.Join('\n', EntryText.All(entry))}";

    private static string CodesOf(Entry entry)
    {
        var codes = entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.ToString()).Order(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? "" : $"{entry.Locale}\n{string.Join('\n', codes)}";
    }
}
