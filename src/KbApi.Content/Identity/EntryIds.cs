using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Content.Identity;

/// <summary>
/// Gives the entries of an article their ids: an explicit anchor, else the invariant codes, else a slug of the symptom. Rows may move
/// without a change of ids; only entries that would be named alike get a longer name.
/// </summary>
internal static class EntryIds
{
    public static ImmutableArray<Entry> Assign(string articleId, IReadOnlyList<Entry> entries)
    {
        var names = entries.Select(NamesOf).ToList();
        var uses = names.SelectMany(list => list.Select((name, rank) => (name, rank))).CountBy(use => use).ToDictionary();

        // The first name that no other entry has at the same rank; the last one where there is none.
        var chosen = names.Select(list => list.Where((name, rank) => uses[(name, rank)] == 1).FirstOrDefault() ?? list[^1]).ToList();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. entries.Select((entry, i) => entry with { Id = $"{articleId}/{Unique(chosen[i], taken)}" })];
    }

    /// <summary>The names that an entry may have, the best first.</summary>
    private static List<string> NamesOf(Entry entry)
    {
        var names = new List<string>();
        if (entry.Anchor is { Length: > 0 } anchor)
        {
            names.Add(anchor);
        }

        var codes = entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code).OrderBy(Rank).ToList();
        if (codes.Count > 0)
        {
            var first = Slug.FromCode(codes[0].Value);

            // An event that reports a result is one entry for each result, whether or not others are documented.
            var result = codes[0].Scheme == BuiltInSchemes.Event ? codes.Find(c => c.Scheme is BuiltInSchemes.HResult or BuiltInSchemes.NtStatus) : default;
            if (result.Value is not null)
            {
                names.Add($"{first}-{Slug.FromCode(result.Value)}");
            }
            else
            {
                names.Add(first);
            }

            names.AddRange(codes.Skip(1).Select(c => $"{first}-{Slug.FromCode(c.Value)}"));
        }

        names.Add(Slug.From(entry.Title.Text));
        return names;
    }

    private static int Rank(ErrorCode code) => code.Scheme switch
    {
        BuiltInSchemes.Event => 1,
        BuiltInSchemes.HResult or BuiltInSchemes.NtStatus => 2,
        BuiltInSchemes.Hex => 3,
        BuiltInSchemes.Constant => 4,
        BuiltInSchemes.Symbol => 5,
        BuiltInSchemes.Http => 6,
        BuiltInSchemes.Number => 7,
        _ => char.IsAsciiDigit(code.Value[0]) ? 7 : code.Value.Any(char.IsAsciiDigit) ? 0 : 5,
    };

    private static string Unique(string name, Dictionary<string, int> taken)
    {
        if (taken.TryAdd(name, 1))
        {
            return name;
        }

        string numbered;
        do
        {
            numbered = $"{name}-{(++taken[name]).ToString(CultureInfo.InvariantCulture)}";
        }
        while (!taken.TryAdd(numbered, 1));
        return numbered;
    }
}
