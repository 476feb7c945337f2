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
            return [only with { Id = $"{articleId}/{new Candidates(only).At(0)}" }];
        }

        var candidates = entries.Select(e => new Candidates(e)).ToList();
        var names = new string?[entries.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var rank = 0; TakeUnshared(rank, candidates, names, taken); rank++)
        {
            // Each round looks at one more name of those that have none yet.
        }

        NumberTheRest(entries, candidates, names, taken, source);
        return [.. entries.Select((entry, i) => entry with { Id = $"{articleId}/{names[i]}" })];
    }

    /// <summary>Names the entries whose candidate of a rank no other entry wants that has no name yet, whatever their order.</summary>
    /// <returns>Whether there were candidates of the rank.</returns>
    private static bool TakeUnshared(int rank, List<Candidates> candidates, string?[] names, HashSet<string> taken)
    {
        var wanting = new Dictionary<string, int>(StringComparer.Ordinal);
        const int Shared = -1;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is null && candidates[i].At(rank) is { } name)
            {
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

    private static void AddNamesOf(List<ErrorCode> codes, List<string> names)
    {
        var first = Slug.FromCode(codes[0].Value);

        // An event that reports a result is one entry for each result, whether or not others are documented.
        var result = codes[0].Scheme == BuiltInSchemes.Event ? codes.Find(c => c.Scheme is BuiltInSchemes.HResult or BuiltInSchemes.NtStatus) : default;
        names.Add(result.Value is null ? first : $"{first}-{Slug.FromCode(result.Value)}");
        names.AddRange(codes.Skip(1).Select(c => $"{first}-{Slug.FromCode(c.Value)}"));
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
        _ => char.IsAsciiDigit(code.Value[0]) ? 7 : code.Value.Any(char.IsAsciiDigit) ? 0 : 5,
    };

    private static void NumberTheRest(
        IReadOnlyList<Entry> entries, List<Candidates> candidates, string?[] names, HashSet<string> taken, SourceText source)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);

        // Rows that say the same in other columns differ in the file at least.
        var unnamed = Enumerable.Range(0, names.Length).Where(i => names[i] is null)
            .OrderBy(i => TextOf(entries[i]), StringComparer.Ordinal)
            .ThenBy(i => source[entries[i].Span], StringComparer.Ordinal);
        foreach (var i in unnamed)
        {
            names[i] = Numbered(candidates[i].At(0)!, taken, numbers);
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

    /// <summary>The names that an entry may have, the best first. Those made of its texts are made only when they are needed.</summary>
    private sealed class Candidates
    {
        private readonly Entry _entry;
        private readonly List<string> _names = [];
        private bool _hasTitles;

        public Candidates(Entry entry)
        {
            _entry = entry;
            if (entry.Anchor is { } anchor && Slug.FromAnchor(anchor) is { Length: > 0 } name)
            {
                _names.Add(name);
            }

            if (entry.Codes.IsEmpty)
            {
                return;
            }

            var codes = entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code).OrderBy(Rank).ToList();
            if (codes.Count > 0)
            {
                AddNamesOf(codes, _names);
            }
        }

        public string? At(int rank)
        {
            if (rank >= _names.Count && !_hasTitles)
            {
                AddTitles();
                _hasTitles = true;
            }

            return rank < _names.Count ? _names[rank] : null;
        }

        private void AddTitles()
        {
            var title = Slug.From(_entry.Title.Text);
            _names.Add(title);
            if (_entry.Section is { } section)
            {
                _names.Add($"{title}-{Slug.FromAnchor(section)}");
            }

            if (Detail(_entry) is { } detail)
            {
                _names.Add($"{title}-{Slug.From(detail.Text)}");
            }
        }
    }
}
