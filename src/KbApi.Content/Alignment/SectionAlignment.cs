using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Pairs the sections of an article with those of its original: by anchor, and by order where a level has as many of both.</summary>
internal static class SectionAlignment
{
    /// <summary>The original's anchor for each anchor of the translation that has a counterpart.</summary>
    public static IReadOnlyDictionary<string, string> Pair(Article original, Article translation)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var anchors = original.Sections.Select(s => s.Anchor).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var section in translation.Sections)
        {
            if (anchors.TryGetValue(section.Anchor, out var counterpart))
            {
                pairs[section.Anchor] = counterpart;
            }
        }

        foreach (var level in translation.Sections.Where(s => !pairs.ContainsKey(s.Anchor)).GroupBy(s => s.Level))
        {
            var open = original.Sections.Where(s => s.Level == level.Key && !pairs.ContainsValue(s.Anchor)).ToList();
            if (open.Count == level.Count())
            {
                foreach (var (first, second) in open.Zip(level))
                {
                    pairs[second.Anchor] = first.Anchor;
                }
            }
        }

        return pairs;
    }
}
