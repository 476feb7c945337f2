using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Identity;

/// <summary>
/// Gives the entries of an article their ids: an explicit anchor, else the invariant codes, else a slug of the symptom. Rows may move
/// without a change of ids; only entries that would be named alike get a longer name.
/// </summary>
internal static class EntryIds
{
    public static ImmutableArray<Entry> Assign(string articleId, IReadOnlyList<Entry> entries, SourceText source)
    {
        if (entries is [var only])
        {
            return [only with { Id = $"{articleId}/{NamesOf(only).First()}" }];
        }

        var candidates = new IEnumerator<string>[entries.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = NamesOf(entries[i]).GetEnumerator();
        }

        var names = new string?[entries.Count];
        var taken = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        while (TakeUnshared(candidates, names, taken))
        {
            // Each round looks at one more name of those that have none yet.
        }

        NumberTheRest(entries, names, taken, source);
        var identified = ImmutableArray.CreateBuilder<Entry>(entries.Count);
        for (var i = 0; i < names.Length; i++)
        {
            identified.Add(entries[i] with { Id = $"{articleId}/{names[i]}" });
        }

        return identified.DrainToImmutable();
    }

    /// <summary>Names the entries whose next candidate no other entry wants that has no name yet, whatever their order.</summary>
    /// <returns>Whether there were candidates.</returns>
    private static bool TakeUnshared(IEnumerator<string>[] candidates, string?[] names, HashSet<string> taken)
    {
        var wanting = new Dictionary<string, int>(names.Count(name => name is null), StringComparer.Ordinal);
        const int Shared = -1;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is null && candidates[i].MoveNext())
            {
                var name = candidates[i].Current;
                wanting[name] = wanting.ContainsKey(name) ? Shared : i;
            }
        }

        foreach (var (name, i) in wanting)
        {
            if (i != Shared && taken.Add(name))
            {
                names[i] = name;
            }
        }

        return wanting.Count > 0;
    }

    /// <summary>The names that an entry may have, the best first. Each is made when it is asked for: for most entries the first one will do.</summary>
    private static IEnumerable<string> NamesOf(Entry entry)
    {
        if (entry.Anchor is { } anchor && Slug.FromAnchor(anchor) is { Length: > 0 } name)
        {
            yield return name;
        }

        if (IdentifyingCodes(entry) is [var best, ..] codes)
        {
            var first = Slug.FromCode(best.Value);

            // An event that reports a result is one entry for each result, whether or not others are documented.
            var result = best.Scheme == BuiltInSchemes.Event ? codes.Find(c => c.Scheme is BuiltInSchemes.HResult or BuiltInSchemes.NtStatus) : default;
            yield return result.Value is null ? first : $"{first}-{Slug.FromCode(result.Value)}";
            for (var i = 1; i < codes.Count; i++)
            {
                yield return $"{first}-{Slug.FromCode(codes[i].Value)}";
            }
        }

        var title = Slug.From(entry.Title.Text);
        yield return title;
        if (entry.Section is { } section)
        {
            yield return $"{title}-{Slug.FromAnchor(section)}";
        }

        if (Detail(entry) is { } detail)
        {
            yield return $"{title}-{Slug.From(detail.Text)}";
        }
    }

    /// <summary>The codes that may name an entry, the best first; those that are as good in the order of the text.</summary>
    private static List<ErrorCode> IdentifyingCodes(Entry entry)
    {
        var codes = new List<ErrorCode>(entry.Codes.Length);
        foreach (var code in entry.Codes)
        {
            if (code.Role == CodeRole.Identifying)
            {
                var at = codes.Count;
                while (at > 0 && Rank(codes[at - 1]) > Rank(code.Code))
                {
                    at--;
                }

                codes.Insert(at, code.Code);
            }
        }

        return codes;
    }

    /// <summary>What an entry says beyond its title.</summary>
    private static Prose? Detail(Entry entry) =>
        entry.Symptoms.Skip(1).Concat(entry.Descriptions).Concat(entry.Causes).FirstOrDefault() ?? entry.Resolution?.Paragraphs[0];

    private static int Rank(ErrorCode code) => code.Scheme switch
    {
        BuiltInSchemes.Event => 1,
        BuiltInSchemes.HResult or BuiltInSchemes.NtStatus => 2,
        BuiltInSchemes.Hex => 3,
        BuiltInSchemes.Constant => 4,
        BuiltInSchemes.Symbol => 5,
        BuiltInSchemes.Http => 6,
        BuiltInSchemes.Number => 7,
        _ => char.IsAsciiDigit(code.Value[0]) ? 7 : code.Value.AsSpan().ContainsAnyInRange('0', '9') ? 0 : 5,
    };

    private static void NumberTheRest(
        IReadOnlyList<Entry> entries, string?[] names, HashSet<string> taken, SourceText source)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);

        // Rows that say the same in other columns differ in the file at least.
        var unnamed = Enumerable.Range(0, names.Length).Where(i => names[i] is null)
            .OrderBy(i => TextOf(entries[i]), StringComparer.Ordinal)
            .ThenBy(i => source[entries[i].Span], StringComparer.Ordinal);
        foreach (var i in unnamed)
        {
            names[i] = Numbered(NamesOf(entries[i]).First(), taken, numbers);
        }
    }

    private static string TextOf(Entry entry) => string.Join(
        '\n',
        [
            entry.Title.Text, entry.Anchor, .. entry.Codes.Select(c => c.Code.Value),
            .. ((ImmutableArray<Prose>[])[entry.Symptoms, entry.Descriptions, entry.TechnicalDetails, entry.Causes]).SelectMany(p => p).Select(p => p.Text),
            entry.Resolution?.Text,
        ]);

    private static string Numbered(string name, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        if (taken.Add(name))
        {
            return name;
        }

        string numbered;
        do
        {
            var number = numbers.GetValueOrDefault(name, 1) + 1;
            numbers[name] = number;
            numbered = $"{name}-{number.ToString(CultureInfo.InvariantCulture)}";
        }
        while (!taken.Add(numbered));
        return numbered;
    }
}
