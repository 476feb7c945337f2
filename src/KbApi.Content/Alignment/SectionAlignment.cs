using System.Buffers;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>
/// Pairs the sections of an article with those of its original: by anchor, by the codes and names in their titles, by order where a level has as
/// many of both, in order by the words of their anchors, which translations keep in the language of the original, and the rest by order between pairs.
/// </summary>
internal static class SectionAlignment
{
    private const int MinNameLength = 4;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("0123456789_");
    private static readonly char[] NameBoundaries = [.. " \t:;,.()[]\"'`/|\u00A0\uFF1A\u3001\uFF08\uFF09\u201C\u201D"];

    /// <summary>The original's anchor for each anchor of the translation that has a counterpart.</summary>
    public static IReadOnlyDictionary<string, string> Pair(Article original, Article translation)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var paired = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var anchors = original.Sections.Select(s => s.Anchor).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var section in translation.Sections)
        {
            if (anchors.TryGetValue(section.Anchor, out var counterpart))
            {
                Add(section.Anchor, counterpart);
            }
        }

        foreach (var (first, second) in ByNames(original.Sections.Where(s => !paired.Contains(s.Anchor)), translation.Sections.Where(s => !pairs.ContainsKey(s.Anchor))))
        {
            Add(second, first);
        }

        foreach (var level in translation.Sections.Where(s => !pairs.ContainsKey(s.Anchor)).GroupBy(s => s.Level).ToList())
        {
            var open = original.Sections.Where(s => s.Level == level.Key && !paired.Contains(s.Anchor)).ToList();
            if (open.Count == level.Count())
            {
                foreach (var (first, second) in open.Zip(level))
                {
                    Add(second.Anchor, first.Anchor);
                }
            }
        }

        var (left, right) = (original.Sections.Where(s => !paired.Contains(s.Anchor)), translation.Sections.Where(s => !pairs.ContainsKey(s.Anchor)));
        foreach (var (first, second) in AnchorPairing.Pair([.. left.Select(s => s.Anchor)], [.. right.Select(s => s.Anchor)]))
        {
            Add(second, first);
        }

        foreach (var (first, second) in Between(original, translation, pairs).ToList())
        {
            Add(second, first);
        }

        return pairs;

        void Add(string anchor, string counterpart)
        {
            pairs[anchor] = counterpart;
            paired.Add(counterpart);
        }
    }

    /// <summary>Sections with names in their titles that no other of their level has, on either side.</summary>
    private static List<(string Original, string Translation)> ByNames(IEnumerable<Section> originals, IEnumerable<Section> translations)
    {
        var (left, right) = (OnlyOnes(originals), OnlyOnes(translations));
        return [.. left.Where(l => right.ContainsKey(l.Key)).Select(l => (l.Value, right[l.Key]))];
    }

    private static Dictionary<string, string> OnlyOnes(IEnumerable<Section> sections) =>
        sections.Select(s => (Names: NamesIn(s), s.Anchor)).Where(s => s.Names.Length > 0).GroupBy(s => s.Names, StringComparer.Ordinal)
            .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Anchor, StringComparer.Ordinal);

    /// <summary>The level and the words of a title that are no words of a language: codes and identifiers. Empty where there are none.</summary>
    private static string NamesIn(Section section)
    {
        var names = section.Title.Text.Split(NameBoundaries, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= MinNameLength && w.AsSpan().ContainsAny(NameSigns)).ToList();
        return names.Count == 0 ? "" : section.Level + "\n" + string.Join('\n', names);
    }

    /// <summary>Sections between two pairs, where a level has as many of both there, each with as many problems.</summary>
    private static IEnumerable<(string Original, string Translation)> Between(Article original, Article translation, Dictionary<string, string> pairs)
    {
        var (originals, translations) = (original.Sections, translation.Sections);
        var indexes = originals.Select((s, i) => (s.Anchor, Index: i)).DistinctBy(s => s.Anchor, StringComparer.OrdinalIgnoreCase).ToDictionary(s => s.Anchor, s => s.Index, StringComparer.OrdinalIgnoreCase);
        var counterparts = pairs.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (left, right) = (0, 0);
        for (var i = 0; i <= translations.Length; i++)
        {
            var end = i == translations.Length ? originals.Length : pairs.TryGetValue(translations[i].Anchor, out var counterpart) ? indexes[counterpart] : -1;
            if (end < left)
            {
                continue;
            }

            var open = originals[left..end].Where(s => !counterparts.Contains(s.Anchor)).ToLookup(s => s.Level);
            foreach (var level in translations[right..i].Where(s => !pairs.ContainsKey(s.Anchor)).GroupBy(s => s.Level))
            {
                List<(Section Original, Section Translated)> candidates = [.. open[level.Key].Zip(level)];
                if (open[level.Key].Count() == level.Count() && candidates.TrueForAll(p => EntriesIn(original, p.Original) == EntriesIn(translation, p.Translated)))
                {
                    foreach (var (first, second) in candidates)
                    {
                        yield return (first.Anchor, second.Anchor);
                    }
                }
            }

            (left, right) = (end + 1, i + 1);
        }
    }

    private static int EntriesIn(Article article, Section section) => article.Entries.Count(e => section.Span.Contains(e.Span));
}
