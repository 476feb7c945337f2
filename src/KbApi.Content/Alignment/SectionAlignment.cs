using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>
/// Pairs the sections of an article with those of its original: by anchor, by order where a level has as many of both, and the rest in
/// order by the words of their anchors, which translations keep in the language of the original.
/// </summary>
internal static class SectionAlignment
{
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

        return pairs;

        void Add(string anchor, string counterpart)
        {
            pairs[anchor] = counterpart;
            paired.Add(counterpart);
        }
    }
}
