using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>A place of a document that links can lead to.</summary>
/// <param name="Name">What stands behind the <c>#</c>.</param>
/// <param name="Title">What is there.</param>
/// <param name="Span">Where that is.</param>
internal readonly record struct Anchor(string Name, string Title, TextSpan Span);

/// <summary>The anchors of documents: headings, entries, and what HTML names.</summary>
internal static class Anchors
{
    private static readonly string[] Openings = ["<a name=\"", "<a id=\"", "<a name='", "<a id='"];

    /// <summary>All anchors, each name once, in the order of headings, entries, names.</summary>
    public static IEnumerable<Anchor> In(Article article) => All(article).DistinctBy(a => a.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The anchor of a name, or null.</summary>
    public static Anchor? Find(Article article, string name)
    {
        var found = In(article).FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Name is null ? null : found;
    }

    private static IEnumerable<Anchor> All(Article article)
    {
        foreach (var section in article.Sections)
        {
            yield return new Anchor(section.Anchor, section.Title.Text, article.Text.FirstLine(section.Span));
        }

        foreach (var entry in article.Entries.Where(e => e.Anchor is { Length: > 0 }))
        {
            yield return new Anchor(entry.Anchor!, entry.Title.Text, article.Text.FirstLine(entry.Span));
        }

        var content = article.Text.Content;
        foreach (var opening in Openings)
        {
            for (var at = content.IndexOf(opening, StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf(opening, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var start = at + opening.Length;
                var end = content.IndexOf(opening[^1], start);
                if (end > start && end - start < 200)
                {
                    yield return new Anchor(content[start..end], "", TextSpan.FromBounds(at, end));
                }
            }
        }
    }

    private static TextSpan FirstLine(this SourceText text, TextSpan span) => Documents.Positions.FirstLineOf(text, span);
}
