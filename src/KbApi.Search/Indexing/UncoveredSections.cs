using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Search.Indexing;

/// <summary>Finds the sections of an article that no entry is made of: they can be found as such.</summary>
internal static class UncoveredSections
{
    private const int ShortestBody = 40;
    private const int LongestBody = 20_000;

    /// <summary>The sections below the title, and of each the text up to the next heading.</summary>
    public static IEnumerable<(Section Section, TextSpan Body)> Of(Article article)
    {
        var sections = article.Sections.OrderBy(s => s.Span.Start).ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var end = i + 1 < sections.Count ? Math.Min(sections[i + 1].Span.Start, section.Span.End) : section.Span.End;
            var start = Math.Min(section.Title.Span.End, end);
            var body = TextSpan.FromBounds(start, Math.Min(end, start + LongestBody));
            if (section.Level > 1 && body.Length >= ShortestBody && !article.Entries.Any(e => e.Span.Start < end && section.Span.Start < e.Span.End))
            {
                yield return (section, body);
            }
        }
    }
}
