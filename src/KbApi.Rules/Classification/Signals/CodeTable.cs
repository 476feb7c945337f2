using System.Collections.Frozen;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Signals;

/// <summary>An entry that a code leads to.</summary>
/// <param name="Entry">The entry's place in the index.</param>
/// <param name="IsIdentifying">Whether the entry is what the code means; otherwise it stands somewhere in the entry.</param>
internal readonly record struct CodeOwnership(int Entry, bool IsIdentifying);

/// <summary>The documented codes and names, by what their spellings have in common.</summary>
internal sealed class CodeTable
{
    /// <summary>What so many entries have tells none of them.</summary>
    private const int MostOwners = 256;

    private readonly FrozenDictionary<string, CodeOwnership[]> _owners;
    private readonly FrozenDictionary<string, CodeOwnership[]> _families;
    private readonly FrozenSet<string> _prefixes;
    private readonly string[][] _keys;

    private CodeTable(FrozenDictionary<string, CodeOwnership[]> owners, FrozenDictionary<string, CodeOwnership[]> families, FrozenSet<string> prefixes, string[][] keys) =>
        (_owners, _families, _prefixes, _keys) = (owners, families, prefixes, keys);

    public static CodeTable Build(IReadOnlyList<Localized<Entry>> entries)
    {
        // The name of a program stands beside all of its codes and tells none of them.
        var sources = entries.SelectMany(e => e.Variants).Select(v => v.Source).OfType<string>().Select(s => CodeTokenReader.ReadOne(s)?.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var owners = new Dictionary<string, Dictionary<int, bool>>(StringComparer.Ordinal);
        var families = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var keys = new string[entries.Count][];
        for (var i = 0; i < entries.Count; i++)
        {
            var all = entries[i].Variants.SelectMany(EntryCodes.KeysOf).Distinct().ToList();
            foreach (var (key, isIdentifying) in all.Where(k => !sources.Contains(k.Key)))
            {
                var of = owners.TryGetValue(key, out var known) ? known : owners[key] = [];
                of[i] = isIdentifying || of.GetValueOrDefault(i);
            }

            foreach (var family in entries[i].Variants.SelectMany(EntryCodes.FamiliesOf))
            {
                (families.TryGetValue(family, out var set) ? set : families[family] = []).Add(i);
            }

            keys[i] = [.. all.Where(k => k.IsIdentifying && CanContradict(k.Key)).Select(k => k.Key).Distinct(StringComparer.Ordinal)];
        }

        return new CodeTable(
            owners.Where(o => o.Value.Count <= MostOwners).ToFrozenDictionary(o => o.Key, o => o.Value.OrderBy(p => p.Key).Select(p => new CodeOwnership(p.Key, p.Value)).ToArray(), StringComparer.Ordinal),
            families.ToFrozenDictionary(f => f.Key, f => f.Value.Order().Select(e => new CodeOwnership(e, true)).ToArray(), StringComparer.Ordinal),
            owners.Keys.Where(k => k[0] == 'p').Select(k => k[..(k.IndexOf('#', StringComparison.Ordinal) + 1)]).ToFrozenSet(StringComparer.Ordinal),
            keys);
    }

    /// <summary>The entries that a code leads to.</summary>
    public IReadOnlyList<CodeOwnership> OwnersOf(CodeToken token)
    {
        if (_owners.TryGetValue(token.Key, out var owners))
        {
            return owners;
        }

        if (token.Form == CodeForm.Number)
        {
            for (var digits = Math.Min(token.Key.Length - 2, MaskedNumber.MostDigits); digits > 0; digits--)
            {
                if (_families.TryGetValue(EntryCodes.FamilyKey(token.Key.AsSpan(1, digits), token.Key.Length - 1), out var family))
                {
                    return family;
                }
            }
        }

        return [];
    }

    /// <summary>Whether codes with the letters of this one are documented.</summary>
    public bool IsOfFamily(CodeToken token) => token.Form == CodeForm.Prefixed && _prefixes.Contains(token.Key[..(token.Key.IndexOf('#', StringComparison.Ordinal) + 1)]);

    /// <summary>The long codes that an entry is documented for.</summary>
    public IReadOnlyList<string> KeysOf(int entry) => _keys[entry];

    /// <summary>Whether a code is long enough that another of its form in its place means something else: a 32-bit result, or a number of four digits and more.</summary>
    public static bool CanContradict(string key) => key[0] switch
    {
        'x' => key.Length == 9,
        'n' => key.Length >= 5,
        _ => false,
    };
}
