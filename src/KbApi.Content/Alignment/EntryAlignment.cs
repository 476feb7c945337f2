using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>
/// Pairs the entries of an article with those of its original, be it in another locale, of another revision, or both: by their names, by
/// codes, then section by section in order, and last, where both are of one language, by what they say.
/// </summary>
internal static class EntryAlignment
{
    /// <summary>All pairs, each entry in one at most; those of the same name first.</summary>
    public static IEnumerable<(Entry Original, Entry Translation)> Pair(Article original, Article translation)
    {
        var pairs = ImmutableArray.CreateBuilder<(Entry Original, Entry Translation)>();
        var open = new OpenEntries(original.Entries);
        var rest = new OpenEntries(translation.Entries);
        Take(ByName(open.Remaining, rest.Remaining));
        Take(CodePairing.Pair(open.Remaining, rest.Remaining));
        var isOneLanguage = original.Locale.Language == translation.Locale.Language;
        Take(BySection(original, translation, open.Remaining, rest.Remaining, isOneLanguage));
        if (isOneLanguage)
        {
            Take(WordPairing.Pair(open.Remaining, rest.Remaining));
        }

        return pairs.ToImmutable();

        void Take(IEnumerable<(Entry Original, Entry Translation)> found)
        {
            foreach (var pair in found.ToList())
            {
                open.Remove(pair.Original);
                rest.Remove(pair.Translation);
                pairs.Add(pair);
            }
        }
    }

    /// <summary>The name of an entry in its article: two revisions may be articles of different ids.</summary>
    private static string NameOf(Entry entry) =>
        entry.Id.StartsWith(entry.ArticleId + "/", StringComparison.Ordinal) ? entry.Id[(entry.ArticleId.Length + 1)..] : entry.Id;

    private static IEnumerable<(Entry, Entry)> ByName(IEnumerable<Entry> originals, IReadOnlyList<Entry> translations)
    {
        var byName = originals.ToDictionary(NameOf, StringComparer.Ordinal);
        return translations.Where(t => byName.ContainsKey(NameOf(t))).Select(t => (byName[NameOf(t)], t));
    }

    private static IEnumerable<(Entry, Entry)> BySection(
        Article original, Article translation, IReadOnlyList<Entry> open, IReadOnlyList<Entry> rest, bool isOneLanguage)
    {
        var sections = SectionAlignment.Pair(original, translation);
        var bySection = open.ToLookup(e => e.Section);
        return rest.GroupBy(e => e.Section).SelectMany(group =>
            RowPairing.Pair([.. bySection[group.Key is null ? null : sections.GetValueOrDefault(group.Key, group.Key)]], [.. group], isOneLanguage));
    }

    /// <summary>Entries that have no partner yet, in order.</summary>
    private sealed class OpenEntries(ImmutableArray<Entry> entries)
    {
        private readonly HashSet<Entry> _taken = new(ReferenceEqualityComparer.Instance);

        public IReadOnlyList<Entry> Remaining => [.. entries.Where(e => !_taken.Contains(e))];

        public void Remove(Entry entry) => _taken.Add(entry);
    }
}
