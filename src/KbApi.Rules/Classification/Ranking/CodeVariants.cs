using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>
/// One number that is documented with several results: the entry that is named after it has one, another entry speaks of the same number with a
/// result of its own. As long as the report names no result, the number means either.
/// </summary>
internal static class CodeVariants
{
    /// <summary>The entries that a code leads to, those with another result of the same number as good as the one that is named after it.</summary>
    public static IReadOnlyList<CodeOwnership> OwnersOf(CodeHit hit, List<CodeHit> codes, CodeTable table)
    {
        if (hit.IsSmall || hit.Owners.Count < 2 || !hit.Owners.Any(o => o.IsIdentifying) || hit.Owners.All(o => o.IsIdentifying))
        {
            return hit.Owners;
        }

        var results = hit.Owners.Where(o => o.IsIdentifying).SelectMany(o => ResultsOf(o.Entry, hit, table)).ToHashSet(StringComparer.Ordinal);
        return results.Count == 0 || codes.Exists(c => IsResult(c.Token.Key, hit))
            ? hit.Owners
            : [.. hit.Owners.Select(o => !o.IsIdentifying && ResultsOf(o.Entry, hit, table).Any(r => !results.Contains(r)) ? o with { IsIdentifying = true } : o)];
    }

    private static IEnumerable<string> ResultsOf(int entry, CodeHit hit, CodeTable table) => table.KeysOf(entry).Where(k => IsResult(k, hit));

    /// <summary>A long code of another form: a number says which event it was, a result what came of it.</summary>
    private static bool IsResult(string key, CodeHit hit) => key[0] == 'x' && hit.Token.Key[0] != 'x' && CodeTable.CanContradict(key);
}
