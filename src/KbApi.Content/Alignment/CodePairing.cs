using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>
/// Pairs entries of two revisions by codes, wherever they stand: a code that one entry of each has, and no other. Where more codes are
/// shared by a pair, they have to agree.
/// </summary>
internal static class CodePairing
{
    public static IEnumerable<(Entry Original, Entry Translation)> Pair(IReadOnlyList<Entry> originals, IReadOnlyList<Entry> translations)
    {
        var (left, right) = (Owners(originals), Owners(translations));
        var partners = new Dictionary<Entry, HashSet<Entry>>(ReferenceEqualityComparer.Instance);
        var claims = new Dictionary<Entry, HashSet<Entry>>(ReferenceEqualityComparer.Instance);
        foreach (var (code, owner) in left)
        {
            if (owner is not null && right.GetValueOrDefault(code) is { } other)
            {
                Add(partners, owner, other);
                Add(claims, other, owner);
            }
        }

        return originals.Where(o => partners.TryGetValue(o, out var found) && found.Count == 1 && claims[found.Single()].Count == 1)
            .Select(o => (o, partners[o].Single()));
    }

    /// <summary>Whether two entries with several codes each have none in common: those are different problems, wherever they stand.</summary>
    public static bool Contradict(Entry original, Entry translation)
    {
        var (left, right) = (Identifying(original), Identifying(translation));
        return left.Count > 1 && right.Count > 1 && !left.Overlaps(right);
    }

    private static HashSet<ErrorCode> Identifying(Entry entry) => entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code).ToHashSet();

    private static void Add(Dictionary<Entry, HashSet<Entry>> sets, Entry key, Entry value)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        }

        set.Add(value);
    }

    /// <summary>The entry that each identifying code belongs to, or null where it belongs to several. Bare small numbers identify nothing.</summary>
    private static Dictionary<ErrorCode, Entry?> Owners(IReadOnlyList<Entry> entries)
    {
        var owners = new Dictionary<ErrorCode, Entry?>();
        foreach (var entry in entries)
        {
            foreach (var code in entry.Codes.Where(c => c.Role == CodeRole.Identifying && c.Code.Scheme != BuiltInSchemes.Number).Select(c => c.Code).Distinct())
            {
                owners[code] = owners.ContainsKey(code) ? null : entry;
            }
        }

        return owners;
    }
}
